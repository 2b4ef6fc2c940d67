import { measure, type Pack, role } from './pack.ts'

export const finance: Pack = {
  title: 'Finance',
  description: 'Accounts, budgets and prices of securities.',
  roles: {
    amount: role('number', 1, 'transaction amount|payment amount|amount|debit|credit', { but: 'order|tip|toll' }),
    actual: role('number', 2, 'actual|actual amount'),
    budget: role('number', 2, 'budget|planned|forecast amount', { but: 'production|film|movie' }),
    income: role('number', 1, 'income|revenue', { but: 'monthly|household|applicant' }),
    expense: role('number', 2, 'expense|operating expense|opex|expenditure'),
    balance: role('number', 2, 'balance|closing balance|account balance'),
    account: role('any', 2, 'account|account number|account id|ledger|cost center|account name'),
    close: role('number', 2, 'close|closing price|adj close|price', { but: 'balance' }),
    open: role('number', 1, 'open|opening price', { but: 'balance' }),
    symbol: role('any', 2, 'symbol|ticker'),
    date: role('moment', 0, 'date|posting date|transaction date|month'),
  },
  least: 4,
  measures: [
    measure(['Total amount', 'sum([amount])'], 'currency', 'All amounts together.'),
    measure(
      ['Budget variance', 'sum([actual]) - sum([budget])'],
      'currency',
      'What actuals are above budget.',
      'variance to plan',
    ),
    measure(
      ['Budget used', 'sum([actual]) / sum([budget])'],
      'percent',
      'The part of the budget that is used.',
      'budget utilisation',
    ),
    measure(['Net income', 'sum([income]) - sum([expense])'], 'currency', 'Income less expenses.', 'bottom line'),
    measure(
      ['Expense ratio', 'sum([expense]) / sum([income])'],
      'percent',
      'The part of income that is spent.',
      'cost-income ratio',
    ),
    measure(['Average balance', 'mean([balance])'], 'currency', 'The mean balance.'),
    measure(['Average close', 'mean([close])'], 'currency', 'The mean closing price.'),
    measure(
      ['Volatility of close', 'sd([close]) / mean([close])'],
      'percent',
      'How far closing prices lie apart, against their mean.',
    ),
  ],
  questions: ['{Average close} by {symbol}', '{Budget variance} by {account}', '{Net income} by month'],
  hints: [
    { measure: 'Average close', by: 'date' },
    { measure: 'Budget used', by: 'account' },
    { measure: 'Net income', by: 'date' },
  ],
  groups: [],
}
