/** ISO 3166-1 codes and English names of countries, with alternative names. */
const table =
  'AF AFG Afghanistan;AL ALB Albania;DZ DZA Algeria;AD AND Andorra;AO AGO Angola;AG ATG Antigua and Barbuda;' +
  'AR ARG Argentina;AM ARM Armenia;AU AUS Australia;AT AUT Austria;AZ AZE Azerbaijan;BS BHS Bahamas;' +
  'BH BHR Bahrain;BD BGD Bangladesh;BB BRB Barbados;BY BLR Belarus;BE BEL Belgium;BZ BLZ Belize;BJ BEN Benin;' +
  'BT BTN Bhutan;BO BOL Bolivia;BA BIH Bosnia and Herzegovina;BW BWA Botswana;BR BRA Brazil;BN BRN Brunei;' +
  'BG BGR Bulgaria;BF BFA Burkina Faso;BI BDI Burundi;KH KHM Cambodia;CM CMR Cameroon;CA CAN Canada;' +
  'CV CPV Cape Verde|Cabo Verde;CF CAF Central African Republic;TD TCD Chad;CL CHL Chile;CN CHN China;' +
  'CO COL Colombia;KM COM Comoros;CG COG Congo;CD COD Democratic Republic of the Congo|DR Congo;' +
  'CR CRI Costa Rica;CI CIV Ivory Coast|Cote d’Ivoire|Côte d’Ivoire;HR HRV Croatia;CU CUB Cuba;CY CYP Cyprus;' +
  'CZ CZE Czech Republic|Czechia;DK DNK Denmark;DJ DJI Djibouti;DM DMA Dominica;DO DOM Dominican Republic;' +
  'EC ECU Ecuador;EG EGY Egypt;SV SLV El Salvador;GQ GNQ Equatorial Guinea;ER ERI Eritrea;EE EST Estonia;' +
  'SZ SWZ Eswatini|Swaziland;ET ETH Ethiopia;FJ FJI Fiji;FI FIN Finland;FR FRA France;GA GAB Gabon;' +
  'GM GMB Gambia;GE GEO Georgia;DE DEU Germany|Deutschland;GH GHA Ghana;GR GRC Greece;GD GRD Grenada;' +
  'GT GTM Guatemala;GN GIN Guinea;GW GNB Guinea-Bissau;GY GUY Guyana;HT HTI Haiti;HN HND Honduras;' +
  'HK HKG Hong Kong;HU HUN Hungary;IS ISL Iceland;IN IND India;ID IDN Indonesia;IR IRN Iran;IQ IRQ Iraq;' +
  'IE IRL Ireland;IL ISR Israel;IT ITA Italy;JM JAM Jamaica;JP JPN Japan;JO JOR Jordan;KZ KAZ Kazakhstan;' +
  'KE KEN Kenya;KI KIR Kiribati;KP PRK North Korea;KR KOR South Korea|Korea|Republic of Korea;KW KWT Kuwait;' +
  'KG KGZ Kyrgyzstan;LA LAO Laos;LV LVA Latvia;LB LBN Lebanon;LS LSO Lesotho;LR LBR Liberia;LY LBY Libya;' +
  'LI LIE Liechtenstein;LT LTU Lithuania;LU LUX Luxembourg;MO MAC Macau|Macao;MG MDG Madagascar;MW MWI Malawi;' +
  'MY MYS Malaysia;MV MDV Maldives;ML MLI Mali;MT MLT Malta;MH MHL Marshall Islands;MR MRT Mauritania;' +
  'MU MUS Mauritius;MX MEX Mexico;FM FSM Micronesia;MD MDA Moldova;MC MCO Monaco;MN MNG Mongolia;' +
  'ME MNE Montenegro;MA MAR Morocco;MZ MOZ Mozambique;MM MMR Myanmar|Burma;NA NAM Namibia;NR NRU Nauru;' +
  'NP NPL Nepal;NL NLD Netherlands|The Netherlands|Holland;NZ NZL New Zealand;NI NIC Nicaragua;NE NER Niger;' +
  'NG NGA Nigeria;MK MKD North Macedonia|Macedonia;NO NOR Norway;OM OMN Oman;PK PAK Pakistan;PW PLW Palau;' +
  'PS PSE Palestine;PA PAN Panama;PG PNG Papua New Guinea;PY PRY Paraguay;PE PER Peru;PH PHL Philippines;' +
  'PL POL Poland;PT PRT Portugal;PR PRI Puerto Rico;QA QAT Qatar;RO ROU Romania;' +
  'RU RUS Russia|Russian Federation;RW RWA Rwanda;KN KNA Saint Kitts and Nevis;LC LCA Saint Lucia;' +
  'VC VCT Saint Vincent and the Grenadines;WS WSM Samoa;SM SMR San Marino;ST STP Sao Tome and Principe;' +
  'SA SAU Saudi Arabia;SN SEN Senegal;RS SRB Serbia;SC SYC Seychelles;SL SLE Sierra Leone;SG SGP Singapore;' +
  'SK SVK Slovakia;SI SVN Slovenia;SB SLB Solomon Islands;SO SOM Somalia;ZA ZAF South Africa;' +
  'SS SSD South Sudan;ES ESP Spain|España;LK LKA Sri Lanka;SD SDN Sudan;SR SUR Suriname;SE SWE Sweden;' +
  'CH CHE Switzerland;SY SYR Syria;TW TWN Taiwan;TJ TJK Tajikistan;TZ TZA Tanzania;TH THA Thailand;' +
  'TL TLS Timor-Leste|East Timor;TG TGO Togo;TO TON Tonga;TT TTO Trinidad and Tobago;TN TUN Tunisia;' +
  'TR TUR Turkey|Türkiye;TM TKM Turkmenistan;TV TUV Tuvalu;UG UGA Uganda;UA UKR Ukraine;' +
  'AE ARE United Arab Emirates|UAE;' +
  'GB GBR United Kingdom|UK|Great Britain|England|Scotland|Wales|Northern Ireland;' +
  'US USA United States|United States of America|USA|U.S.|U.S.A.;UY URY Uruguay;UZ UZB Uzbekistan;' +
  'VU VUT Vanuatu;VE VEN Venezuela;VN VNM Vietnam|Viet Nam;YE YEM Yemen;ZM ZMB Zambia;ZW ZWE Zimbabwe'

const rows = table.split(';').map((row) => {
  const [two = '', three = '', ...names] = row.split(' ')
  return { two, three, names: names.join(' ').toLowerCase().split('|') }
})

const codes: ReadonlySet<string> = new Set(rows.flatMap(({ two, three }) => [two, three]))
const names: ReadonlySet<string> = new Set(rows.flatMap((row) => row.names))

/** A two- or three-letter country code in capitals. */
export const isCountryCode = (text: string): boolean => codes.has(text)

/** An English country name or an alternative. */
export const isCountryName = (text: string): boolean => names.has(text.toLowerCase().replaceAll("'", '’'))
