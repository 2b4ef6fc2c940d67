/** wrangler compiles an imported .wasm file when it builds; a Worker may not compile one while it runs. */
declare module '*.wasm' {
  const module: WebAssembly.Module
  export default module
}
