import { measure, type Pack, role } from './pack.ts'

export const marketing: Pack = {
  title: 'Marketing',
  description: 'Campaigns, what they cost and what they bring.',
  roles: {
    spend: role('number', 2, 'spend|ad cost|campaign cost|media cost|spending|cost', { but: 'per|unit|shipping' }),
    impressions: role('number', 2, 'impression'),
    clicks: role('number', 2, 'click', { but: 'rate|through' }),
    conversions: role('number', 2, 'conversion|signup|lead', { but: 'rate' }),
    revenue: role('number', 0, 'revenue|conversion value|sales'),
    visits: role('number', 1, 'visit|session|visitor'),
    campaign: role('any', 2, 'campaign|ad group|ad name|campaign name'),
    channel: role('group', 1, 'channel|medium|utm source|traffic source|platform'),
    date: role('moment', 0, 'date|day'),
  },
  least: 4,
  measures: [
    measure(['Spend', 'sum([spend])'], 'currency', 'What the campaigns cost.', 'budget spent'),
    measure(
      ['Click-through rate', 'sum([clicks]) / sum([impressions])'],
      'percent',
      'Clicks for each impression.',
      'CTR',
    ),
    measure(['Conversion rate', 'sum([conversions]) / sum([clicks])'], 'percent', 'Conversions for each click.', 'CVR'),
    measure(['Cost per click', 'sum([spend]) / sum([clicks])'], 'currency', 'What a click costs.', 'CPC'),
    measure(
      ['Cost per thousand impressions', '1000 * sum([spend]) / sum([impressions])'],
      'currency',
      'What a thousand impressions cost.',
      'CPM',
    ),
    measure(
      ['Cost per conversion', 'sum([spend]) / sum([conversions])'],
      'currency',
      'What a conversion costs.',
      'CPA|cost per acquisition',
    ),
    measure(['Return on ad spend', 'sum([revenue]) / sum([spend])'], 'number', 'Revenue for each unit spent.', 'ROAS'),
    measure(['Visits', 'sum([visits])'], 'number', 'How many visits.', 'traffic'),
  ],
  questions: ['{Spend} by {channel}', '{Click-through rate} by {campaign}', '{Cost per conversion} by {channel}'],
  hints: [
    { measure: 'Spend', by: 'date' },
    { measure: 'Click-through rate', by: 'channel' },
    { measure: 'Cost per conversion', by: 'campaign' },
  ],
  groups: [],
}
