import { measure, type Pack, role } from './pack.ts'

export const people: Pack = {
  title: 'People',
  description: 'Employees, pay and who stays.',
  roles: {
    employee: role('any', 2, 'employee id|employee|employee number|emp id|staff id|worker id', {
      but: 'count|number of',
    }),
    salary: role('number', 2, 'salary|wage|pay rate|monthly income|compensation', { synonyms: 'pay' }),
    department: role('group', 1, 'department|dept|division|team', { but: 'id' }),
    job: role('any', 1, 'job title|job role|position|job'),
    left: role('group', 2, 'attrition|left|terminated|resigned|turnover', { but: 'date' }),
    tenure: role('number', 1, 'tenure|year at company|year of service|seniority'),
    hired: role('moment', 2, 'hire date|hired|start date|joining date|date of joining'),
    satisfaction: role('number', 1, 'satisfaction|engagement'),
    gender: role('group', 0, 'gender|sex'),
  },
  least: 4,
  measures: [
    measure(['Headcount', 'distinct([employee])'], 'number', 'How many different employees.', 'staff|workforce'),
    measure(['Average salary', 'mean([salary])'], 'currency', 'The mean pay.', 'average pay'),
    measure(['Median salary', 'median([salary])'], 'currency', 'The pay that half do not exceed.'),
    measure(['Payroll', 'sum([salary])'], 'currency', 'All pay together.', 'wage bill'),
    measure(
      ['Attrition rate', "count(where lower(text([left])) in ('yes', 'true', '1', 'left')) / count([left])"],
      'percent',
      'The part of the employees who left.',
      'turnover rate|churn',
    ),
    measure(['Average tenure', 'mean([tenure])'], 'number', 'How long employees have been here.'),
    measure(['Average satisfaction', 'mean([satisfaction])'], 'number', 'The mean satisfaction.'),
  ],
  questions: ['{Headcount} by {department}', '{Average salary} by {job}', '{Attrition rate} by {department}'],
  hints: [
    { measure: 'Headcount', by: 'department' },
    { measure: 'Average salary', by: 'job' },
    { measure: 'Attrition rate', by: 'department' },
  ],
  groups: [
    {
      role: 'left',
      name: 'Stayed or left',
      groups: [
        { name: 'Left', values: ['Yes', 'yes', 'Y', '1', 'true', 'True', 'Left'] },
        { name: 'Stayed', values: ['No', 'no', 'N', '0', 'false', 'False', 'Active'] },
      ],
    },
  ],
}
