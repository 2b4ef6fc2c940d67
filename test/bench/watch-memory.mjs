// Loaded before a program to be measured: tells its peaks in one line of JSON on stderr when it ends, in bytes.
const peak = { heap: 0, withBuffers: 0 }

function look() {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  peak.heap = Math.max(peak.heap, heapUsed)
  peak.withBuffers = Math.max(peak.withBuffers, heapUsed + arrayBuffers)
}

setInterval(look, 20).unref()
process.on('exit', () => {
  look()
  process.stderr.write(`${JSON.stringify({ ...peak, resident: process.resourceUsage().maxRSS * 1024 })}\n`)
})
