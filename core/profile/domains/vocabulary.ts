/** A field of work, by words in column names and values. */
export type Domain = {
  readonly id: string
  readonly title: string
  /** Single words in lower case and singular. */
  readonly names: string
  readonly values: string
}

export const domains: readonly Domain[] = [
  {
    id: 'sales',
    title: 'Sales and retail',
    names:
      'order customer product sale sales quantity qty price discount revenue invoice sku store profit amount unit category segment basket cart purchase buyer seller item brand retail shop promotion tax total salesperson rep',
    values: 'consumer corporate wholesale retail online cash card voucher',
  },
  {
    id: 'hr',
    title: 'People and work',
    names:
      'employee salary department hire manager job position title tenure attrition performance leave overtime bonus wage payroll staff recruiter candidate interview termination education gender seniority absence headcount role',
    values: 'engineering finance marketing sales hr permanent contractor fulltime parttime bachelor master phd',
  },
  {
    id: 'finance',
    title: 'Finance and accounting',
    names:
      'account balance transaction debit credit interest loan mortgage payment currency ledger journal bank budget expense cost asset liability equity dividend stock ticker symbol open close high low volume portfolio yield bond rate return cash invoice fiscal tax adj',
    values: 'debit credit usd eur gbp jpy savings checking aapl msft amzn goog ibm nasdaq nyse buy sell',
  },
  {
    id: 'healthcare',
    title: 'Health',
    names:
      'patient diagnosis doctor physician hospital admission discharge disease symptom treatment medication drug dose dosage bmi glucose cholesterol systolic diastolic pressure pulse heart insulin blood icd clinic visit mortality cancer tumor survival smoker pregnancy allergy ward nurse',
    values: 'diabetes hypertension asthma cancer inpatient outpatient emergency benign malignant positive negative',
  },
  {
    id: 'automotive',
    title: 'Vehicles',
    names:
      'car vehicle make model horsepower mpg cylinder displacement engine fuel mileage transmission odometer vin acceleration weight torque gear motor drivetrain wheelbase emission trim dealer',
    values:
      'petrol gasoline diesel electric hybrid automatic manual sedan suv hatchback coupe ford toyota bmw audi honda',
  },
  {
    id: 'marketing',
    title: 'Marketing',
    names:
      'campaign impression click ctr cpc cpm conversion lead channel ad ads advert audience spend reach engagement newsletter email open bounce subscriber utm keyword creative roi funnel segment brand follower like',
    values: 'facebook google instagram linkedin email organic social paid display search affiliate referral',
  },
  {
    id: 'logistics',
    title: 'Transport and logistics',
    names:
      'shipment shipping ship delivery carrier freight warehouse route origin destination tracking container port weight pallet truck driver fleet stock inventory supplier supply lead eta dispatch parcel pickup dropoff trip distance fare passenger taxi zone vendor',
    values: 'delivered shipped transit pending returned air sea road rail express standard',
  },
  {
    id: 'education',
    title: 'Education',
    names:
      'student school grade class course teacher exam score test subject university college semester gpa enrolment enrollment attendance degree lecture pupil math reading writing major faculty tuition lesson mark parental lunch',
    values: 'math science history english biology physics chemistry freshman sophomore senior passed failed',
  },
  {
    id: 'sport',
    title: 'Sport',
    names:
      'team player match game goal season league score win loss draw coach stadium home away tournament medal athlete sport club points assist referee innings race lap driver podium ranking opponent olympics event',
    values: 'gold silver bronze win loss draw home away forward midfielder defender goalkeeper',
  },
  {
    id: 'weather',
    title: 'Weather and climate',
    names:
      'temperature temp humidity precipitation rain rainfall snow wind pressure weather station forecast cloud visibility sunshine dew storm climate celsius fahrenheit gust uv air pollution co2 pm25 ozone',
    values: 'sunny cloudy rain rainy snow fog drizzle clear sun storm overcast',
  },
  {
    id: 'web',
    title: 'Web and apps',
    names:
      'url page session visitor user pageview view browser device referrer referer ip agent request response status latency path domain host event click bounce login signup cookie platform os server log timestamp duration',
    values: 'chrome firefox safari edge mobile desktop tablet android ios windows get post http https',
  },
  {
    id: 'real-estate',
    title: 'Property',
    names:
      'house property bedroom bathroom sqft sqm rent listing price floor room lot neighbourhood neighborhood address agent landlord tenant lease garage basement zip zoning built apartment host review availability night',
    values: 'house apartment condo flat villa detached semi terrace entire private shared',
  },
  {
    id: 'travel',
    title: 'Travel',
    names:
      'flight airline airport departure arrival delay passenger booking hotel reservation guest check destination origin fare seat gate baggage cruise embarked cabin ticket trip tourist night stay carrier aircraft',
    values: 'economy business first southampton cherbourg queenstown jfk lhr lax ord',
  },
  {
    id: 'film',
    title: 'Film, music and books',
    names:
      'movie film director actor genre rating imdb tomatoes gross budget runtime release studio distributor mpaa title album artist song track author book publisher isbn episode season show votes worldwide creative screenplay',
    values: 'comedy drama action thriller horror adventure romantic documentary pg r rock pop jazz fiction',
  },
  {
    id: 'nature',
    title: 'Biology and nature',
    names:
      'species island bill beak flipper sepal petal body mass wing plant animal habitat genus family soil crop harvest tree forest leaf bird fish sample specimen gene sequence cell yield farm',
    values: 'adelie gentoo chinstrap setosa versicolor virginica male female wheat maize rice',
  },
  {
    id: 'energy',
    title: 'Energy and industry',
    names:
      'energy power electricity consumption kwh mwh voltage current frequency meter grid load generation solar wind turbine gas oil barrel coal emission machine sensor vibration pressure temperature production defect plant shift batch downtime maintenance',
    values: 'solar wind hydro nuclear coal gas oil running idle fault',
  },
  {
    id: 'public',
    title: 'Population and government',
    names:
      'population country region census gdp birth death age income household poverty unemployment crime offence arrest victim district county state municipality vote election party candidate turnout life expectancy fertility literacy migration respondent survey',
    values: 'republican democrat asia europe africa americas oceania urban rural',
  },
  {
    id: 'support',
    title: 'Customer service',
    names:
      'ticket issue agent priority status resolution satisfaction csat nps complaint response support sla escalation queue category subject opened closed assignee reporter severity feedback call wait',
    values: 'open closed resolved pending escalated low medium high urgent critical',
  },
]
