/**
 * Frequent given names of large countries, in lower case; enough to distinguish a column of people from one of
 * places.
 */
const table =
  'aaron abigail adam agnieszka ahmed aiden aisha akira alan albert alessandro alexander alexis alfie alfred ' +
  'ali alice amanda amber amina amit amy ana ana-maria anders andrea andreas andrew andrzej angela anil anita ' +
  'ann anna anne anthony antonio archie arjun arthur ashley astrid austin barbara benjamin betty beverly billy ' +
  'bobby brandon brenda brian brittany bruce bryan camille carl carlos carmen carol carolyn catherine charles ' +
  'charlotte chen cheryl chloe christian christina christine christopher claudia cynthia daniel danielle david ' +
  'deborah debra deepak denise dennis diana diane dmitri dmitry donald donna doris dorothy douglas dylan ' +
  'edward elena elijah elizabeth ella emily emma eric erik ethan eugene evelyn fatima felix fernando finn ' +
  'frances francesca francisco francois frank françois freddie gabriel gary george gerald giovanni giulia ' +
  'giuseppe gloria grace gregory hannah hans harold harper harry haruto hassan heather heike helen henry ' +
  'hiroshi howard hugo hui ibrahim ingrid isabel isabella isabelle isla ivan jack jacob jacqueline james jan ' +
  'janet janice jason javier jean jeffrey jennifer jeremy jerry jesse jessica ji-woo jing joan joao joe johan ' +
  'john johnny jonathan jordan jose joseph joshua joyce joão juan judith judy julia julie jurgen justin jürgen ' +
  'karen karin karl katarzyna katherine kathleen kathryn katrin kayla keith kelly kenji kenneth kevin kimberly ' +
  'klaus krzysztof kyle larry lars laura lauren lawrence lei leo leon li liam lily linda lisa logan lori louis ' +
  'luca lucas lucia lucía luis lukas madison manuel marco margaret maria marie marilyn mark markus martha ' +
  'martin mary mason mateus matthew matthias max megan melissa mia michael michel michelle miguel min-jun ming ' +
  'mohamed mohammed monika monique muhammad mustafa nancy natalia natalie nathalie nathan nicholas nicolas ' +
  'nicole nils noah ole olga oliver olivia omar oscar owen pablo pamela paolo patricia patrick paul paulo ' +
  'pawel pedro per peter petra philip philippe pierre piotr poppy priya rachel rafael rahul raj ralph randy ' +
  'ravi raymond rebecca renate richard robert roger ronald rosa roy russell ruth ryan sabine samantha samuel ' +
  'sandra sanjay sara sarah scott sean sergei sergey sharon shirley sophia sophie stefan stephanie stephen ' +
  'steven sunita suresh susan svetlana sylvie takashi tatiana teresa terry theo theresa thomas tiago timothy ' +
  'tomasz tyler ursula uwe victoria vijay vincent virginia vladimir walter wayne wei william willie wolfgang ' +
  'yan yuki yusuf zachary zoe'

const names: ReadonlySet<string> = new Set(table.split(' '))

export const isGivenName = (word: string): boolean => names.has(word.toLowerCase())
