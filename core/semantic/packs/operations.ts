import { measure, type Pack, role } from './pack.ts'

export const operations: Pack = {
  title: 'Operations',
  description: 'Stock, trips, deliveries and delays.',
  roles: {
    shipped: role('moment', 2, 'ship date|shipped date|dispatch date|delivery date|delivered'),
    ordered: role('moment', 0, 'order date|ordered|created date'),
    shipMode: role('group', 1, 'ship mode|carrier|shipping method|delivery mode'),
    shippingCost: role('number', 2, 'shipping cost|freight|delivery fee|shipping fee'),
    stock: role('number', 2, 'stock|inventory|on hand|stock level|unit in stock', { but: 'price|symbol' }),
    reorder: role('number', 2, 'reorder level|reorder point|minimum stock'),
    delay: role('number', 2, 'delay|arrival delay|departure delay|minute late'),
    distance: role('number', 1, 'trip distance|distance|mileage'),
    fare: role('number', 2, 'fare|fare amount'),
    status: role('group', 1, 'status|order status|ticket status|state of order', { but: 'marital' }),
    warehouse: role('group', 2, 'warehouse|plant|depot|facility'),
    place: role('group', 0, 'origin|pickup borough|location|site|destination|pickup zone'),
  },
  least: 3,
  measures: [
    measure(
      ['Days to ship', "mean(date_diff('day', [ordered], [shipped]))"],
      'number',
      'Days from order to dispatch.',
      'lead time',
    ),
    measure(
      ['Shipped within 3 days', "count(where date_diff('day', [ordered], [shipped]) <= 3) / count([shipped])"],
      'percent',
      'The part of the orders that left within three days.',
      'on-time rate',
    ),
    measure(['Shipping cost', 'sum([shippingCost])'], 'currency', 'What shipping costs.', 'freight'),
    measure(['Stock on hand', 'sum([stock])'], 'number', 'Units in stock.', 'inventory'),
    measure(
      ['To be reordered', 'count(where [stock] <= [reorder])'],
      'number',
      'How many are at or below their reorder level.',
    ),
    measure(['Average delay', 'mean([delay])'], 'number', 'The mean delay.'),
    measure(
      ['Delayed', 'count(where [delay] > 0) / count([delay])'],
      'percent',
      'The part that was late.',
      'delay rate',
    ),
    measure(['Average fare', 'mean([fare])'], 'currency', 'The mean fare.'),
    measure(['Fare per distance', 'sum([fare]) / sum([distance])'], 'currency', 'What a unit of distance brings in.'),
  ],
  questions: [
    '{Days to ship} by {shipMode}',
    '{Average delay} by {place}',
    '{Stock on hand} by {warehouse}',
    '{Fare per distance} by {place}',
  ],
  hints: [
    { measure: 'Days to ship', by: 'shipMode' },
    { measure: 'Average delay', by: 'place' },
    { measure: 'Stock on hand', by: 'warehouse' },
  ],
  groups: [],
}
