-- a measure of everything
WITH [grouped] AS (
  SELECT SUM(CAST([Sales] AS float)) AS [Total Sales]
  FROM [shop].[orders]
)
SELECT [Total Sales]
FROM [grouped]
ORDER BY CASE WHEN [Total Sales] IS NULL THEN 1 ELSE 0 END, [Total Sales] DESC
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- groups of a column
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [Sales]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    SUM(CAST([Sales] AS float)) AS [Total Sales]
  FROM [picked]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Total Sales]
FROM [grouped]
ORDER BY CASE WHEN [Total Sales] IS NULL THEN 1 ELSE 0 END, [Total Sales] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 20 ROWS FETCH NEXT 10 ROWS ONLY;

-- a dimension alone
WITH [picked] AS (
  SELECT CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT [Customer]
  FROM [picked]
  GROUP BY [Customer]
)
SELECT [Customer]
FROM [grouped]
ORDER BY CASE WHEN [Customer] IS NULL THEN 1 ELSE 0 END, [Customer]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- several dimensions
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [Paid],
    DATEADD(day, 1 - DAY([Order Date]), [Order Date]) AS [Order Date (month)],
    [Sales]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    [Paid],
    [Order Date (month)],
    SUM(CAST([Sales] AS float)) AS [Total Sales]
  FROM [picked]
  GROUP BY [Region], [Paid], [Order Date (month)]
)
SELECT
  [Region],
  [Paid],
  [Order Date (month)],
  [Total Sales]
FROM [grouped]
ORDER BY CASE WHEN [Order Date (month)] IS NULL THEN 1 ELSE 0 END, [Order Date (month)], CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region], CASE WHEN [Paid] IS NULL THEN 1 ELSE 0 END, [Paid]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- bins of a width
WITH [picked] AS (
  SELECT
    CASE WHEN CAST((FLOOR(CAST([Sales] AS float) / 0.25) + 1) AS float) / 4 <= [Sales] THEN CAST((FLOOR(CAST([Sales] AS float) / 0.25) + 1) AS float) / 4 WHEN CAST(FLOOR(CAST([Sales] AS float) / 0.25) AS float) / 4 > [Sales] THEN CAST((FLOOR(CAST([Sales] AS float) / 0.25) - 1) AS float) / 4 ELSE CAST(FLOOR(CAST([Sales] AS float) / 0.25) AS float) / 4 END AS [Sales (bins)],
    FLOOR(CAST(CAST([Took] * 1000 AS float) AS float) / 60000) * 60000 AS [Took (bins)]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Sales (bins)],
    [Took (bins)]
  FROM [picked]
  GROUP BY [Sales (bins)], [Took (bins)]
)
SELECT
  [Sales (bins)],
  [Took (bins)]
FROM [grouped]
ORDER BY CASE WHEN [Sales (bins)] IS NULL THEN 1 ELSE 0 END, [Sales (bins)], CASE WHEN [Took (bins)] IS NULL THEN 1 ELSE 0 END, [Took (bins)]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- count of text, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    COUNT(CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Region] END) AS [Count Region]
  FROM [picked]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Count Region]
FROM [grouped]
ORDER BY CASE WHEN [Count Region] IS NULL THEN 1 ELSE 0 END, [Count Region] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- count of decimal, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [Sales],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    COUNT(CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Sales] END) AS [Count Sales]
  FROM [picked]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Count Sales]
FROM [grouped]
ORDER BY CASE WHEN [Count Sales] IS NULL THEN 1 ELSE 0 END, [Count Sales] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- count of duration, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    CAST([Took] * 1000 AS float) AS [Took],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    COUNT(CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Took] END) AS [Count Took]
  FROM [picked]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Count Took]
FROM [grouped]
ORDER BY CASE WHEN [Count Took] IS NULL THEN 1 ELSE 0 END, [Count Took] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- distinct of text, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    COUNT(DISTINCT CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Region] END) AS [Distinct Region]
  FROM [picked]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Distinct Region]
FROM [grouped]
ORDER BY CASE WHEN [Distinct Region] IS NULL THEN 1 ELSE 0 END, [Distinct Region] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- distinct of decimal, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [Sales],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    COUNT(DISTINCT CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Sales] END) AS [Distinct Sales]
  FROM [picked]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Distinct Sales]
FROM [grouped]
ORDER BY CASE WHEN [Distinct Sales] IS NULL THEN 1 ELSE 0 END, [Distinct Sales] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- distinct of duration, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    CAST([Took] * 1000 AS float) AS [Took],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    COUNT(DISTINCT CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Took] END) AS [Distinct Took]
  FROM [picked]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Distinct Took]
FROM [grouped]
ORDER BY CASE WHEN [Distinct Took] IS NULL THEN 1 ELSE 0 END, [Distinct Took] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- sum of decimal, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [Sales],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    SUM(CAST(CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Sales] END AS float)) AS [Total Sales]
  FROM [picked]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Total Sales]
FROM [grouped]
ORDER BY CASE WHEN [Total Sales] IS NULL THEN 1 ELSE 0 END, [Total Sales] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- sum of duration, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    CAST([Took] * 1000 AS float) AS [Took],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    SUM(CAST(CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Took] END AS float)) AS [Total Took]
  FROM [picked]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Total Took]
FROM [grouped]
ORDER BY CASE WHEN [Total Took] IS NULL THEN 1 ELSE 0 END, [Total Took] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- mean of decimal, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [Sales],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    AVG(CAST(CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Sales] END AS float)) AS [Average Sales]
  FROM [picked]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Average Sales]
FROM [grouped]
ORDER BY CASE WHEN [Average Sales] IS NULL THEN 1 ELSE 0 END, [Average Sales] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- mean of duration, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    CAST([Took] * 1000 AS float) AS [Took],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    AVG(CAST(CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Took] END AS float)) AS [Average Took]
  FROM [picked]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Average Took]
FROM [grouped]
ORDER BY CASE WHEN [Average Took] IS NULL THEN 1 ELSE 0 END, [Average Took] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- median of decimal, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [Sales],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[counted] AS (
  SELECT
    [picked].*,
    CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Sales] END AS [value]
  FROM [picked]
),
[placed] AS (
  SELECT
    [counted].*,
    ROW_NUMBER() OVER (PARTITION BY [Region] ORDER BY CASE WHEN [value] IS NULL THEN 1 ELSE 0 END, [value]) AS [place],
    COUNT([value]) OVER (PARTITION BY [Region]) AS [values]
  FROM [counted]
),
[placed 2] AS (
  SELECT
    [placed].*,
    0.5 * ([values] - 1) AS [wanted]
  FROM [placed]
),
[grouped] AS (
  SELECT
    [Region],
    MAX(CASE WHEN [place] - 1 <= [wanted] AND [place] > [wanted] THEN CAST([value] AS float) END) + (MAX(CASE WHEN [place] - 1 >= [wanted] AND [place] - 2 < [wanted] THEN CAST([value] AS float) END) - MAX(CASE WHEN [place] - 1 <= [wanted] AND [place] > [wanted] THEN CAST([value] AS float) END)) * MAX([wanted] - FLOOR([wanted])) AS [Median Sales]
  FROM [placed 2]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Median Sales]
FROM [grouped]
ORDER BY CASE WHEN [Median Sales] IS NULL THEN 1 ELSE 0 END, [Median Sales] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- median of duration, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    CAST([Took] * 1000 AS float) AS [Took],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[counted] AS (
  SELECT
    [picked].*,
    CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Took] END AS [value]
  FROM [picked]
),
[placed] AS (
  SELECT
    [counted].*,
    ROW_NUMBER() OVER (PARTITION BY [Region] ORDER BY CASE WHEN [value] IS NULL THEN 1 ELSE 0 END, [value]) AS [place],
    COUNT([value]) OVER (PARTITION BY [Region]) AS [values]
  FROM [counted]
),
[placed 2] AS (
  SELECT
    [placed].*,
    0.5 * ([values] - 1) AS [wanted]
  FROM [placed]
),
[grouped] AS (
  SELECT
    [Region],
    MAX(CASE WHEN [place] - 1 <= [wanted] AND [place] > [wanted] THEN CAST([value] AS float) END) + (MAX(CASE WHEN [place] - 1 >= [wanted] AND [place] - 2 < [wanted] THEN CAST([value] AS float) END) - MAX(CASE WHEN [place] - 1 <= [wanted] AND [place] > [wanted] THEN CAST([value] AS float) END)) * MAX([wanted] - FLOOR([wanted])) AS [Median Took]
  FROM [placed 2]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Median Took]
FROM [grouped]
ORDER BY CASE WHEN [Median Took] IS NULL THEN 1 ELSE 0 END, [Median Took] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- min of text, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    MIN(CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Region] END) AS [Lowest Region]
  FROM [picked]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Lowest Region]
FROM [grouped]
ORDER BY CASE WHEN [Lowest Region] IS NULL THEN 1 ELSE 0 END, [Lowest Region] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- min of decimal, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [Sales],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    MIN(CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Sales] END) AS [Lowest Sales]
  FROM [picked]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Lowest Sales]
FROM [grouped]
ORDER BY CASE WHEN [Lowest Sales] IS NULL THEN 1 ELSE 0 END, [Lowest Sales] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- min of duration, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    CAST([Took] * 1000 AS float) AS [Took],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    MIN(CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Took] END) AS [Lowest Took]
  FROM [picked]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Lowest Took]
FROM [grouped]
ORDER BY CASE WHEN [Lowest Took] IS NULL THEN 1 ELSE 0 END, [Lowest Took] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- max of text, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    MAX(CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Region] END) AS [Highest Region]
  FROM [picked]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Highest Region]
FROM [grouped]
ORDER BY CASE WHEN [Highest Region] IS NULL THEN 1 ELSE 0 END, [Highest Region] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- max of decimal, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [Sales],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    MAX(CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Sales] END) AS [Highest Sales]
  FROM [picked]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Highest Sales]
FROM [grouped]
ORDER BY CASE WHEN [Highest Sales] IS NULL THEN 1 ELSE 0 END, [Highest Sales] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- max of duration, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    CAST([Took] * 1000 AS float) AS [Took],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    MAX(CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Took] END) AS [Highest Took]
  FROM [picked]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Highest Took]
FROM [grouped]
ORDER BY CASE WHEN [Highest Took] IS NULL THEN 1 ELSE 0 END, [Highest Took] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- quantile of decimal, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [Sales],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[counted] AS (
  SELECT
    [picked].*,
    CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Sales] END AS [value]
  FROM [picked]
),
[placed] AS (
  SELECT
    [counted].*,
    ROW_NUMBER() OVER (PARTITION BY [Region] ORDER BY CASE WHEN [value] IS NULL THEN 1 ELSE 0 END, [value]) AS [place],
    COUNT([value]) OVER (PARTITION BY [Region]) AS [values]
  FROM [counted]
),
[placed 2] AS (
  SELECT
    [placed].*,
    0.9 * ([values] - 1) AS [wanted]
  FROM [placed]
),
[grouped] AS (
  SELECT
    [Region],
    MAX(CASE WHEN [place] - 1 <= [wanted] AND [place] > [wanted] THEN CAST([value] AS float) END) + (MAX(CASE WHEN [place] - 1 >= [wanted] AND [place] - 2 < [wanted] THEN CAST([value] AS float) END) - MAX(CASE WHEN [place] - 1 <= [wanted] AND [place] > [wanted] THEN CAST([value] AS float) END)) * MAX([wanted] - FLOOR([wanted])) AS [90 % quantile of Sales]
  FROM [placed 2]
  GROUP BY [Region]
)
SELECT
  [Region],
  [90 % quantile of Sales]
FROM [grouped]
ORDER BY CASE WHEN [90 % quantile of Sales] IS NULL THEN 1 ELSE 0 END, [90 % quantile of Sales] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- quantile of duration, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    CAST([Took] * 1000 AS float) AS [Took],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[counted] AS (
  SELECT
    [picked].*,
    CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Took] END AS [value]
  FROM [picked]
),
[placed] AS (
  SELECT
    [counted].*,
    ROW_NUMBER() OVER (PARTITION BY [Region] ORDER BY CASE WHEN [value] IS NULL THEN 1 ELSE 0 END, [value]) AS [place],
    COUNT([value]) OVER (PARTITION BY [Region]) AS [values]
  FROM [counted]
),
[placed 2] AS (
  SELECT
    [placed].*,
    0.9 * ([values] - 1) AS [wanted]
  FROM [placed]
),
[grouped] AS (
  SELECT
    [Region],
    MAX(CASE WHEN [place] - 1 <= [wanted] AND [place] > [wanted] THEN CAST([value] AS float) END) + (MAX(CASE WHEN [place] - 1 >= [wanted] AND [place] - 2 < [wanted] THEN CAST([value] AS float) END) - MAX(CASE WHEN [place] - 1 <= [wanted] AND [place] > [wanted] THEN CAST([value] AS float) END)) * MAX([wanted] - FLOOR([wanted])) AS [90 % quantile of Took]
  FROM [placed 2]
  GROUP BY [Region]
)
SELECT
  [Region],
  [90 % quantile of Took]
FROM [grouped]
ORDER BY CASE WHEN [90 % quantile of Took] IS NULL THEN 1 ELSE 0 END, [90 % quantile of Took] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- sd of decimal, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [Sales],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    SQRT(VAR(CAST(CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Sales] END AS float))) AS [Standard deviation of Sales]
  FROM [picked]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Standard deviation of Sales]
FROM [grouped]
ORDER BY CASE WHEN [Standard deviation of Sales] IS NULL THEN 1 ELSE 0 END, [Standard deviation of Sales] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- sd of duration, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    CAST([Took] * 1000 AS float) AS [Took],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    SQRT(VAR(CAST(CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Took] END AS float))) AS [Standard deviation of Took]
  FROM [picked]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Standard deviation of Took]
FROM [grouped]
ORDER BY CASE WHEN [Standard deviation of Took] IS NULL THEN 1 ELSE 0 END, [Standard deviation of Took] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- variance of decimal, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [Sales],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    VAR(CAST(CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Sales] END AS float)) AS [Variance of Sales]
  FROM [picked]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Variance of Sales]
FROM [grouped]
ORDER BY CASE WHEN [Variance of Sales] IS NULL THEN 1 ELSE 0 END, [Variance of Sales] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- mode of text, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[counted] AS (
  SELECT
    [picked].*,
    CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Region] END AS [value]
  FROM [picked]
),
[placed] AS (
  SELECT
    [counted].*,
    COUNT([value]) OVER (PARTITION BY [Region], [value]) AS [times]
  FROM [counted]
),
[placed 2] AS (
  SELECT
    [placed].*,
    ROW_NUMBER() OVER (PARTITION BY [Region] ORDER BY [times] DESC, CASE WHEN [value] IS NULL THEN 1 ELSE 0 END, [value]) AS [place]
  FROM [placed]
),
[grouped] AS (
  SELECT
    [Region],
    MAX(CASE WHEN [place] = 1 THEN [value] END) AS [Most frequent Region]
  FROM [placed 2]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Most frequent Region]
FROM [grouped]
ORDER BY CASE WHEN [Most frequent Region] IS NULL THEN 1 ELSE 0 END, [Most frequent Region] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- mode of decimal, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [Sales],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[counted] AS (
  SELECT
    [picked].*,
    CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Sales] END AS [value]
  FROM [picked]
),
[placed] AS (
  SELECT
    [counted].*,
    COUNT([value]) OVER (PARTITION BY [Region], [value]) AS [times]
  FROM [counted]
),
[placed 2] AS (
  SELECT
    [placed].*,
    ROW_NUMBER() OVER (PARTITION BY [Region] ORDER BY [times] DESC, CASE WHEN [value] IS NULL THEN 1 ELSE 0 END, [value]) AS [place]
  FROM [placed]
),
[grouped] AS (
  SELECT
    [Region],
    MAX(CASE WHEN [place] = 1 THEN [value] END) AS [Most frequent Sales]
  FROM [placed 2]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Most frequent Sales]
FROM [grouped]
ORDER BY CASE WHEN [Most frequent Sales] IS NULL THEN 1 ELSE 0 END, [Most frequent Sales] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- mode of duration, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    CAST([Took] * 1000 AS float) AS [Took],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[counted] AS (
  SELECT
    [picked].*,
    CASE WHEN [Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') THEN [Took] END AS [value]
  FROM [picked]
),
[placed] AS (
  SELECT
    [counted].*,
    COUNT([value]) OVER (PARTITION BY [Region], [value]) AS [times]
  FROM [counted]
),
[placed 2] AS (
  SELECT
    [placed].*,
    ROW_NUMBER() OVER (PARTITION BY [Region] ORDER BY [times] DESC, CASE WHEN [value] IS NULL THEN 1 ELSE 0 END, [value]) AS [place]
  FROM [placed]
),
[grouped] AS (
  SELECT
    [Region],
    MAX(CASE WHEN [place] = 1 THEN [value] END) AS [Most frequent Took]
  FROM [placed 2]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Most frequent Took]
FROM [grouped]
ORDER BY CASE WHEN [Most frequent Took] IS NULL THEN 1 ELSE 0 END, [Most frequent Took] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- first of text, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[counted] AS (
  SELECT
    [picked].*,
    CASE WHEN ([Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') AND [Region] IS NOT NULL AND [Shipped] IS NOT NULL) THEN 1 ELSE 0 END AS [counts]
  FROM [picked]
),
[placed] AS (
  SELECT
    [counted].*,
    ROW_NUMBER() OVER (PARTITION BY [Region] ORDER BY [counts] DESC, CASE WHEN [Shipped] IS NULL THEN 1 ELSE 0 END, [Shipped], CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]) AS [place]
  FROM [counted]
),
[grouped] AS (
  SELECT
    [Region],
    MAX(CASE WHEN [place] = 1 AND [counts] = 1 THEN [Region] END) AS [First Region]
  FROM [placed]
  GROUP BY [Region]
)
SELECT
  [Region],
  [First Region]
FROM [grouped]
ORDER BY CASE WHEN [First Region] IS NULL THEN 1 ELSE 0 END, [First Region] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- first of decimal, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [Sales],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[counted] AS (
  SELECT
    [picked].*,
    CASE WHEN ([Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') AND [Sales] IS NOT NULL AND [Shipped] IS NOT NULL) THEN 1 ELSE 0 END AS [counts]
  FROM [picked]
),
[placed] AS (
  SELECT
    [counted].*,
    ROW_NUMBER() OVER (PARTITION BY [Region] ORDER BY [counts] DESC, CASE WHEN [Shipped] IS NULL THEN 1 ELSE 0 END, [Shipped], CASE WHEN [Sales] IS NULL THEN 1 ELSE 0 END, [Sales]) AS [place]
  FROM [counted]
),
[grouped] AS (
  SELECT
    [Region],
    MAX(CASE WHEN [place] = 1 AND [counts] = 1 THEN [Sales] END) AS [First Sales]
  FROM [placed]
  GROUP BY [Region]
)
SELECT
  [Region],
  [First Sales]
FROM [grouped]
ORDER BY CASE WHEN [First Sales] IS NULL THEN 1 ELSE 0 END, [First Sales] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- first of duration, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    CAST([Took] * 1000 AS float) AS [Took],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[counted] AS (
  SELECT
    [picked].*,
    CASE WHEN ([Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') AND [Took] IS NOT NULL AND [Shipped] IS NOT NULL) THEN 1 ELSE 0 END AS [counts]
  FROM [picked]
),
[placed] AS (
  SELECT
    [counted].*,
    ROW_NUMBER() OVER (PARTITION BY [Region] ORDER BY [counts] DESC, CASE WHEN [Shipped] IS NULL THEN 1 ELSE 0 END, [Shipped], CASE WHEN [Took] IS NULL THEN 1 ELSE 0 END, [Took]) AS [place]
  FROM [counted]
),
[grouped] AS (
  SELECT
    [Region],
    MAX(CASE WHEN [place] = 1 AND [counts] = 1 THEN [Took] END) AS [First Took]
  FROM [placed]
  GROUP BY [Region]
)
SELECT
  [Region],
  [First Took]
FROM [grouped]
ORDER BY CASE WHEN [First Took] IS NULL THEN 1 ELSE 0 END, [First Took] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- last of text, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[counted] AS (
  SELECT
    [picked].*,
    CASE WHEN ([Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') AND [Region] IS NOT NULL AND [Shipped] IS NOT NULL) THEN 1 ELSE 0 END AS [counts]
  FROM [picked]
),
[placed] AS (
  SELECT
    [counted].*,
    ROW_NUMBER() OVER (PARTITION BY [Region] ORDER BY [counts] DESC, CASE WHEN [Shipped] IS NULL THEN 1 ELSE 0 END, [Shipped] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]) AS [place]
  FROM [counted]
),
[grouped] AS (
  SELECT
    [Region],
    MAX(CASE WHEN [place] = 1 AND [counts] = 1 THEN [Region] END) AS [Last Region]
  FROM [placed]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Last Region]
FROM [grouped]
ORDER BY CASE WHEN [Last Region] IS NULL THEN 1 ELSE 0 END, [Last Region] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- last of decimal, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [Sales],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[counted] AS (
  SELECT
    [picked].*,
    CASE WHEN ([Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') AND [Sales] IS NOT NULL AND [Shipped] IS NOT NULL) THEN 1 ELSE 0 END AS [counts]
  FROM [picked]
),
[placed] AS (
  SELECT
    [counted].*,
    ROW_NUMBER() OVER (PARTITION BY [Region] ORDER BY [counts] DESC, CASE WHEN [Shipped] IS NULL THEN 1 ELSE 0 END, [Shipped] DESC, CASE WHEN [Sales] IS NULL THEN 1 ELSE 0 END, [Sales]) AS [place]
  FROM [counted]
),
[grouped] AS (
  SELECT
    [Region],
    MAX(CASE WHEN [place] = 1 AND [counts] = 1 THEN [Sales] END) AS [Last Sales]
  FROM [placed]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Last Sales]
FROM [grouped]
ORDER BY CASE WHEN [Last Sales] IS NULL THEN 1 ELSE 0 END, [Last Sales] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- last of duration, filtered
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    CAST([Took] * 1000 AS float) AS [Took],
    [shipped_at] AS [Shipped],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[counted] AS (
  SELECT
    [picked].*,
    CASE WHEN ([Customer] IN (N'Robert''); DROP TABLE orders; --\', N'b') AND [Took] IS NOT NULL AND [Shipped] IS NOT NULL) THEN 1 ELSE 0 END AS [counts]
  FROM [picked]
),
[placed] AS (
  SELECT
    [counted].*,
    ROW_NUMBER() OVER (PARTITION BY [Region] ORDER BY [counts] DESC, CASE WHEN [Shipped] IS NULL THEN 1 ELSE 0 END, [Shipped] DESC, CASE WHEN [Took] IS NULL THEN 1 ELSE 0 END, [Took]) AS [place]
  FROM [counted]
),
[grouped] AS (
  SELECT
    [Region],
    MAX(CASE WHEN [place] = 1 AND [counts] = 1 THEN [Took] END) AS [Last Took]
  FROM [placed]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Last Took]
FROM [grouped]
ORDER BY CASE WHEN [Last Took] IS NULL THEN 1 ELSE 0 END, [Last Took] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- hour by local time
WITH [picked] AS (
  SELECT
    [shipped_at] AS [Shipped],
    CASE
      WHEN [shipped_at] < CAST('1854-06-27 18:06:32.000' AS datetime2(3)) THEN 21208
      WHEN [shipped_at] < CAST('1869-12-31 18:06:40.000' AS datetime2(3)) THEN 21200
      WHEN [shipped_at] < CAST('1905-12-31 18:38:50.000' AS datetime2(3)) THEN 19270
      WHEN [shipped_at] < CAST('1941-09-30 18:30:00.000' AS datetime2(3)) THEN 19800
      WHEN [shipped_at] < CAST('1942-05-14 17:30:00.000' AS datetime2(3)) THEN 23400
      WHEN [shipped_at] < CAST('1942-08-31 18:30:00.000' AS datetime2(3)) THEN 19800
      WHEN [shipped_at] < CAST('1945-10-14 17:30:00.000' AS datetime2(3)) THEN 23400
      ELSE 19800
    END AS [Shipped offset]
  FROM [shop].[orders]
),
[cut] AS (
  SELECT
    [picked].*,
    DATEADD(second, -([Shipped offset]), DATEADD(hour, DATEPART(hour, DATEADD(second, [Shipped offset], [Shipped])), CAST(CAST(DATEADD(second, [Shipped offset], [Shipped]) AS date) AS datetime2(3)))) AS [Shipped (hour)]
  FROM [picked]
),
[grouped] AS (
  SELECT [Shipped (hour)]
  FROM [cut]
  GROUP BY [Shipped (hour)]
)
SELECT [Shipped (hour)]
FROM [grouped]
ORDER BY CASE WHEN [Shipped (hour)] IS NULL THEN 1 ELSE 0 END, [Shipped (hour)]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- day by local time
WITH [picked] AS (
  SELECT
    [shipped_at] AS [Shipped],
    CASE
      WHEN [shipped_at] < CAST('1854-06-27 18:06:32.000' AS datetime2(3)) THEN 21208
      WHEN [shipped_at] < CAST('1869-12-31 18:06:40.000' AS datetime2(3)) THEN 21200
      WHEN [shipped_at] < CAST('1905-12-31 18:38:50.000' AS datetime2(3)) THEN 19270
      WHEN [shipped_at] < CAST('1941-09-30 18:30:00.000' AS datetime2(3)) THEN 19800
      WHEN [shipped_at] < CAST('1942-05-14 17:30:00.000' AS datetime2(3)) THEN 23400
      WHEN [shipped_at] < CAST('1942-08-31 18:30:00.000' AS datetime2(3)) THEN 19800
      WHEN [shipped_at] < CAST('1945-10-14 17:30:00.000' AS datetime2(3)) THEN 23400
      ELSE 19800
    END AS [Shipped offset]
  FROM [shop].[orders]
),
[cut] AS (
  SELECT
    [picked].*,
    CAST(DATEADD(second, [Shipped offset], [Shipped]) AS date) AS [Shipped (day)]
  FROM [picked]
),
[grouped] AS (
  SELECT [Shipped (day)]
  FROM [cut]
  GROUP BY [Shipped (day)]
)
SELECT [Shipped (day)]
FROM [grouped]
ORDER BY CASE WHEN [Shipped (day)] IS NULL THEN 1 ELSE 0 END, [Shipped (day)]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- week by local time
WITH [picked] AS (
  SELECT
    [shipped_at] AS [Shipped],
    CASE
      WHEN [shipped_at] < CAST('1854-06-27 18:06:32.000' AS datetime2(3)) THEN 21208
      WHEN [shipped_at] < CAST('1869-12-31 18:06:40.000' AS datetime2(3)) THEN 21200
      WHEN [shipped_at] < CAST('1905-12-31 18:38:50.000' AS datetime2(3)) THEN 19270
      WHEN [shipped_at] < CAST('1941-09-30 18:30:00.000' AS datetime2(3)) THEN 19800
      WHEN [shipped_at] < CAST('1942-05-14 17:30:00.000' AS datetime2(3)) THEN 23400
      WHEN [shipped_at] < CAST('1942-08-31 18:30:00.000' AS datetime2(3)) THEN 19800
      WHEN [shipped_at] < CAST('1945-10-14 17:30:00.000' AS datetime2(3)) THEN 23400
      ELSE 19800
    END AS [Shipped offset]
  FROM [shop].[orders]
),
[cut] AS (
  SELECT
    [picked].*,
    DATEADD(day, -(((DATEDIFF(day, '19000101', CAST(DATEADD(second, [Shipped offset], [Shipped]) AS date)) % 7 + 7) % 7 + 1) % 7), CAST(DATEADD(second, [Shipped offset], [Shipped]) AS date)) AS [Shipped (week)]
  FROM [picked]
),
[grouped] AS (
  SELECT [Shipped (week)]
  FROM [cut]
  GROUP BY [Shipped (week)]
)
SELECT [Shipped (week)]
FROM [grouped]
ORDER BY CASE WHEN [Shipped (week)] IS NULL THEN 1 ELSE 0 END, [Shipped (week)]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- month by local time
WITH [picked] AS (
  SELECT
    [shipped_at] AS [Shipped],
    CASE
      WHEN [shipped_at] < CAST('1854-06-27 18:06:32.000' AS datetime2(3)) THEN 21208
      WHEN [shipped_at] < CAST('1869-12-31 18:06:40.000' AS datetime2(3)) THEN 21200
      WHEN [shipped_at] < CAST('1905-12-31 18:38:50.000' AS datetime2(3)) THEN 19270
      WHEN [shipped_at] < CAST('1941-09-30 18:30:00.000' AS datetime2(3)) THEN 19800
      WHEN [shipped_at] < CAST('1942-05-14 17:30:00.000' AS datetime2(3)) THEN 23400
      WHEN [shipped_at] < CAST('1942-08-31 18:30:00.000' AS datetime2(3)) THEN 19800
      WHEN [shipped_at] < CAST('1945-10-14 17:30:00.000' AS datetime2(3)) THEN 23400
      ELSE 19800
    END AS [Shipped offset]
  FROM [shop].[orders]
),
[cut] AS (
  SELECT
    [picked].*,
    DATEADD(day, 1 - DAY(CAST(DATEADD(second, [Shipped offset], [Shipped]) AS date)), CAST(DATEADD(second, [Shipped offset], [Shipped]) AS date)) AS [Shipped (month)]
  FROM [picked]
),
[grouped] AS (
  SELECT [Shipped (month)]
  FROM [cut]
  GROUP BY [Shipped (month)]
)
SELECT [Shipped (month)]
FROM [grouped]
ORDER BY CASE WHEN [Shipped (month)] IS NULL THEN 1 ELSE 0 END, [Shipped (month)]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- quarter by local time
WITH [picked] AS (
  SELECT
    [shipped_at] AS [Shipped],
    CASE
      WHEN [shipped_at] < CAST('1854-06-27 18:06:32.000' AS datetime2(3)) THEN 21208
      WHEN [shipped_at] < CAST('1869-12-31 18:06:40.000' AS datetime2(3)) THEN 21200
      WHEN [shipped_at] < CAST('1905-12-31 18:38:50.000' AS datetime2(3)) THEN 19270
      WHEN [shipped_at] < CAST('1941-09-30 18:30:00.000' AS datetime2(3)) THEN 19800
      WHEN [shipped_at] < CAST('1942-05-14 17:30:00.000' AS datetime2(3)) THEN 23400
      WHEN [shipped_at] < CAST('1942-08-31 18:30:00.000' AS datetime2(3)) THEN 19800
      WHEN [shipped_at] < CAST('1945-10-14 17:30:00.000' AS datetime2(3)) THEN 23400
      ELSE 19800
    END AS [Shipped offset]
  FROM [shop].[orders]
),
[cut] AS (
  SELECT
    [picked].*,
    DATEADD(month, -((DATEPART(month, CAST(DATEADD(second, [Shipped offset], [Shipped]) AS date)) + 8) % 3), DATEADD(day, 1 - DAY(CAST(DATEADD(second, [Shipped offset], [Shipped]) AS date)), CAST(DATEADD(second, [Shipped offset], [Shipped]) AS date))) AS [Shipped (quarter)]
  FROM [picked]
),
[grouped] AS (
  SELECT [Shipped (quarter)]
  FROM [cut]
  GROUP BY [Shipped (quarter)]
)
SELECT [Shipped (quarter)]
FROM [grouped]
ORDER BY CASE WHEN [Shipped (quarter)] IS NULL THEN 1 ELSE 0 END, [Shipped (quarter)]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- year by local time
WITH [picked] AS (
  SELECT
    [shipped_at] AS [Shipped],
    CASE
      WHEN [shipped_at] < CAST('1854-06-27 18:06:32.000' AS datetime2(3)) THEN 21208
      WHEN [shipped_at] < CAST('1869-12-31 18:06:40.000' AS datetime2(3)) THEN 21200
      WHEN [shipped_at] < CAST('1905-12-31 18:38:50.000' AS datetime2(3)) THEN 19270
      WHEN [shipped_at] < CAST('1941-09-30 18:30:00.000' AS datetime2(3)) THEN 19800
      WHEN [shipped_at] < CAST('1942-05-14 17:30:00.000' AS datetime2(3)) THEN 23400
      WHEN [shipped_at] < CAST('1942-08-31 18:30:00.000' AS datetime2(3)) THEN 19800
      WHEN [shipped_at] < CAST('1945-10-14 17:30:00.000' AS datetime2(3)) THEN 23400
      ELSE 19800
    END AS [Shipped offset]
  FROM [shop].[orders]
),
[cut] AS (
  SELECT
    [picked].*,
    DATEADD(month, -((DATEPART(month, CAST(DATEADD(second, [Shipped offset], [Shipped]) AS date)) + 8) % 12), DATEADD(day, 1 - DAY(CAST(DATEADD(second, [Shipped offset], [Shipped]) AS date)), CAST(DATEADD(second, [Shipped offset], [Shipped]) AS date))) AS [Shipped (year)]
  FROM [picked]
),
[grouped] AS (
  SELECT [Shipped (year)]
  FROM [cut]
  GROUP BY [Shipped (year)]
)
SELECT [Shipped (year)]
FROM [grouped]
ORDER BY CASE WHEN [Shipped (year)] IS NULL THEN 1 ELSE 0 END, [Shipped (year)]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- hourOfDay by local time
WITH [picked] AS (
  SELECT DATEPART(hour, DATEADD(second, 7200, [shipped_at])) AS [Shipped (hour of day)]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT [Shipped (hour of day)]
  FROM [picked]
  GROUP BY [Shipped (hour of day)]
)
SELECT [Shipped (hour of day)]
FROM [grouped]
ORDER BY CASE WHEN [Shipped (hour of day)] IS NULL THEN 1 ELSE 0 END, [Shipped (hour of day)]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- dayOfWeek by local time
WITH [picked] AS (
  SELECT ((DATEDIFF(day, '19000101', CAST(DATEADD(second, 7200, [shipped_at]) AS date)) % 7 + 7) % 7 + 1) AS [Shipped (day of week)]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT [Shipped (day of week)]
  FROM [picked]
  GROUP BY [Shipped (day of week)]
)
SELECT [Shipped (day of week)]
FROM [grouped]
ORDER BY CASE WHEN ([Shipped (day of week)] % 7) IS NULL THEN 1 ELSE 0 END, ([Shipped (day of week)] % 7), CASE WHEN [Shipped (day of week)] IS NULL THEN 1 ELSE 0 END, [Shipped (day of week)]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- dayOfMonth by local time
WITH [picked] AS (
  SELECT DATEPART(day, CAST(DATEADD(second, 7200, [shipped_at]) AS date)) AS [Shipped (day of month)]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT [Shipped (day of month)]
  FROM [picked]
  GROUP BY [Shipped (day of month)]
)
SELECT [Shipped (day of month)]
FROM [grouped]
ORDER BY CASE WHEN [Shipped (day of month)] IS NULL THEN 1 ELSE 0 END, [Shipped (day of month)]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- dayOfYear by local time
WITH [picked] AS (
  SELECT DATEPART(dayofyear, CAST(DATEADD(second, 7200, [shipped_at]) AS date)) AS [Shipped (day of year)]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT [Shipped (day of year)]
  FROM [picked]
  GROUP BY [Shipped (day of year)]
)
SELECT [Shipped (day of year)]
FROM [grouped]
ORDER BY CASE WHEN [Shipped (day of year)] IS NULL THEN 1 ELSE 0 END, [Shipped (day of year)]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- weekOfYear by local time
WITH [picked] AS (
  SELECT ((DATEPART(dayofyear, DATEADD(day, 3 - (((DATEDIFF(day, '19000101', CAST(DATEADD(second, 7200, [shipped_at]) AS date)) % 7 + 7) % 7 + 1) % 7), CAST(DATEADD(second, 7200, [shipped_at]) AS date))) - 1) - ((DATEPART(dayofyear, DATEADD(day, 3 - (((DATEDIFF(day, '19000101', CAST(DATEADD(second, 7200, [shipped_at]) AS date)) % 7 + 7) % 7 + 1) % 7), CAST(DATEADD(second, 7200, [shipped_at]) AS date))) - 1) % 7)) / 7 + 1 AS [Shipped (week of year)]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT [Shipped (week of year)]
  FROM [picked]
  GROUP BY [Shipped (week of year)]
)
SELECT [Shipped (week of year)]
FROM [grouped]
ORDER BY CASE WHEN [Shipped (week of year)] IS NULL THEN 1 ELSE 0 END, [Shipped (week of year)]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- monthOfYear by local time
WITH [picked] AS (
  SELECT DATEPART(month, CAST(DATEADD(second, 7200, [shipped_at]) AS date)) AS [Shipped (month of year)]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT [Shipped (month of year)]
  FROM [picked]
  GROUP BY [Shipped (month of year)]
)
SELECT [Shipped (month of year)]
FROM [grouped]
ORDER BY CASE WHEN [Shipped (month of year)] IS NULL THEN 1 ELSE 0 END, [Shipped (month of year)]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- quarterOfYear by local time
WITH [picked] AS (
  SELECT (((DATEPART(month, CAST(DATEADD(second, 7200, [shipped_at]) AS date)) + 8) % 12) - (((DATEPART(month, CAST(DATEADD(second, 7200, [shipped_at]) AS date)) + 8) % 12) % 3)) / 3 + 1 AS [Shipped (quarter of year)]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT [Shipped (quarter of year)]
  FROM [picked]
  GROUP BY [Shipped (quarter of year)]
)
SELECT [Shipped (quarter of year)]
FROM [grouped]
ORDER BY CASE WHEN [Shipped (quarter of year)] IS NULL THEN 1 ELSE 0 END, [Shipped (quarter of year)]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- share of everything
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [Sales]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    SUM(CAST([Sales] AS float)) AS [Share of total Sales part],
    SUM(CAST([Sales] AS float)) AS [Share of total Sales whole]
  FROM [picked]
  GROUP BY [Region]
),
[shared] AS (
  SELECT
    [grouped].*,
    CAST([Share of total Sales part] AS float) / NULLIF(SUM([Share of total Sales whole]) OVER (), 0) AS [Share of total Sales]
  FROM [grouped]
)
SELECT
  [Region],
  [Share of total Sales]
FROM [shared]
ORDER BY CASE WHEN [Share of total Sales] IS NULL THEN 1 ELSE 0 END, [Share of total Sales] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- share of the group
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [Paid]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    COUNT(CASE WHEN [Paid] IN (1) THEN 1 END) AS [Share of rows part],
    COUNT(*) AS [Share of rows whole]
  FROM [picked]
  GROUP BY [Region]
),
[shared] AS (
  SELECT
    [grouped].*,
    CAST([Share of rows part] AS float) / NULLIF([Share of rows whole], 0) AS [Share of rows]
  FROM [grouped]
)
SELECT
  [Region],
  [Share of rows]
FROM [shared]
ORDER BY CASE WHEN [Share of rows] IS NULL THEN 1 ELSE 0 END, [Share of rows] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- share of different values within a dimension
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    DATEADD(day, 1 - DAY([Order Date]), [Order Date]) AS [Order Date (month)],
    CAST([customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Customer]
  FROM [shop].[orders]
),
[placed] AS (
  SELECT
    [picked].*,
    ROW_NUMBER() OVER (PARTITION BY [Region], [Customer] ORDER BY [Customer]) AS [place]
  FROM [picked]
),
[grouped] AS (
  SELECT
    [Region],
    [Order Date (month)],
    COUNT(DISTINCT [Customer]) AS [Share of distinct Customer part],
    SUM(CASE WHEN [place] = 1 AND [Customer] IS NOT NULL THEN 1 ELSE 0 END) AS [Share of distinct Customer whole]
  FROM [placed]
  GROUP BY [Region], [Order Date (month)]
),
[shared] AS (
  SELECT
    [grouped].*,
    CAST([Share of distinct Customer part] AS float) / NULLIF(SUM([Share of distinct Customer whole]) OVER (PARTITION BY [Region]), 0) AS [Share of distinct Customer]
  FROM [grouped]
)
SELECT
  [Region],
  [Order Date (month)],
  [Share of distinct Customer]
FROM [shared]
ORDER BY CASE WHEN [Order Date (month)] IS NULL THEN 1 ELSE 0 END, [Order Date (month)], CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- running total, moving average and rank
WITH [picked] AS (
  SELECT
    DATEADD(day, 1 - DAY([Order Date]), [Order Date]) AS [Order Date (month)],
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [Sales]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Order Date (month)],
    [Region],
    SUM(CAST([Sales] AS float)) AS [Running total of total Sales alone],
    SUM(CAST([Sales] AS float)) AS [Moving average of total Sales alone],
    SUM(CAST([Sales] AS float)) AS [Rank by total Sales alone]
  FROM [picked]
  GROUP BY [Order Date (month)], [Region]
),
[along] AS (
  SELECT
    [grouped].*,
    SUM([Running total of total Sales alone]) OVER (PARTITION BY [Region] ORDER BY CASE WHEN [Order Date (month)] IS NULL THEN 1 ELSE 0 END, [Order Date (month)] ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS [Running total of total Sales],
    AVG(CAST([Moving average of total Sales alone] AS float)) OVER (PARTITION BY [Region] ORDER BY CASE WHEN [Order Date (month)] IS NULL THEN 1 ELSE 0 END, [Order Date (month)] ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS [Moving average of total Sales],
    CASE WHEN [Rank by total Sales alone] IS NOT NULL THEN RANK() OVER (ORDER BY CASE WHEN [Rank by total Sales alone] IS NULL THEN 1 ELSE 0 END, [Rank by total Sales alone] DESC) END AS [Rank by total Sales]
  FROM [grouped]
)
SELECT
  [Order Date (month)],
  [Region],
  [Running total of total Sales],
  [Moving average of total Sales],
  [Rank by total Sales]
FROM [along]
ORDER BY CASE WHEN [Order Date (month)] IS NULL THEN 1 ELSE 0 END, [Order Date (month)], CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- having, sort and page
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    [Sales]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Region],
    SUM(CAST([Sales] AS float)) AS [Total Sales]
  FROM [picked]
  GROUP BY [Region]
)
SELECT
  [Region],
  [Total Sales]
FROM [grouped]
WHERE [Total Sales] > 1234.5
ORDER BY CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region] DESC
OFFSET 5 ROWS FETCH NEXT 5 ROWS ONLY;

-- what is joined
WITH [picked] AS (
  SELECT
    CAST([Buyer].[Segment] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Buyer.Segment],
    [t].[Sales]
  FROM [shop].[orders] [t]
  LEFT JOIN [customers] [Buyer] ON CAST([t].[customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) = CAST([Buyer].[id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max))
  WHERE CAST([Buyer].[Segment] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) IN (N'Robert''); DROP TABLE orders; --\')
),
[grouped] AS (
  SELECT
    [Buyer.Segment],
    SUM(CAST([Sales] AS float)) AS [Total Sales]
  FROM [picked]
  GROUP BY [Buyer.Segment]
)
SELECT
  [Buyer.Segment],
  [Total Sales]
FROM [grouped]
ORDER BY CASE WHEN [Total Sales] IS NULL THEN 1 ELSE 0 END, [Total Sales] DESC, CASE WHEN [Buyer.Segment] IS NULL THEN 1 ELSE 0 END, [Buyer.Segment]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- filters of every kind
WITH [grouped] AS (
  SELECT COUNT(*) AS [Rows]
  FROM [shop].[orders]
  WHERE (CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) IS NOT NULL OR 1 = 1)
    AND CHARINDEX(N'robert''); drop table orders; --\', LOWER(CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)))) > 0
    AND CHARINDEX(N'ü', LOWER(CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)))) = 1
    AND CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) IS NOT NULL
    AND CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) BETWEEN N'Robert''); DROP TABLE orders; --\' AND N'z'
    AND [Sales] < 77.125
    AND 1 = 0
    AND (([Order Date] >= CAST('2024-03-01' AS date) AND [Order Date] < CAST('2024-04-01' AS date)) OR [Order Date] = CAST('2024-05-01' AS date))
    AND [shipped_at] >= CAST('2024-03-10 08:30:00.001' AS datetime2(3))
    AND (((DATEDIFF(day, '19000101', [Order Date]) % 7 + 7) % 7 + 1)) IN (6, 7)
    AND 1 = 0
    AND CAST([Took] * 1000 AS float) <= 5400000
    AND (NOT ([Paid] IN (1)) OR [Paid] IS NULL)
)
SELECT [Rows]
FROM [grouped]
ORDER BY CASE WHEN [Rows] IS NULL THEN 1 ELSE 0 END, [Rows] DESC
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- groups of groups
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region],
    DATEADD(day, 1 - DAY([Order Date]), [Order Date]) AS [Order Date (month)],
    [Sales]
  FROM [shop].[orders]
  WHERE [Sales] < 77.125
),
[grouped] AS (
  SELECT
    [Region],
    [Order Date (month)],
    SUM(CAST([Sales] AS float)) AS [Total Sales],
    COUNT(*) AS [rows]
  FROM [picked]
  GROUP BY [Region], [Order Date (month)]
),
[kept] AS (
  SELECT
    [Region],
    [Order Date (month)],
    [Total Sales],
    [rows]
  FROM [grouped]
  WHERE [rows] > 3
),
[grouped 2] AS (
  SELECT
    [Region],
    AVG(CAST([Total Sales] AS float)) AS [average month],
    COUNT(CASE WHEN [rows] > 9 THEN 1 END) AS [busy part],
    COUNT(*) AS [busy whole]
  FROM [kept]
  GROUP BY [Region]
),
[shared] AS (
  SELECT
    [grouped 2].*,
    CAST([busy part] AS float) / NULLIF(SUM([busy whole]) OVER (), 0) AS [busy]
  FROM [grouped 2]
)
SELECT
  [Region],
  [average month],
  [busy]
FROM [shared]
ORDER BY CASE WHEN [average month] IS NULL THEN 1 ELSE 0 END, [average month] DESC, CASE WHEN [Region] IS NULL THEN 1 ELSE 0 END, [Region]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- names that clash
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Sales],
    [Sales] AS [Sales 3]
  FROM [shop].[orders]
),
[grouped] AS (
  SELECT
    [Sales],
    SUM(CAST([Sales 3] AS float)) AS [sales 2]
  FROM [picked]
  GROUP BY [Sales]
)
SELECT
  [Sales],
  [sales 2]
FROM [grouped]
ORDER BY CASE WHEN [sales 2] IS NULL THEN 1 ELSE 0 END, [sales 2] DESC, CASE WHEN [Sales] IS NULL THEN 1 ELSE 0 END, [Sales]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;

-- a listing
WITH [picked] AS (
  SELECT
    CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Region as read],
    [Sales] AS [Sales as read],
    [shipped_at] AS [Shipped as read],
    [line] AS [place]
  FROM [shop].[orders]
  WHERE CAST([Region] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) IN (N'Robert''); DROP TABLE orders; --\')
)
SELECT
  [Region as read] AS [Region],
  [Sales as read] AS [Sales],
  [Shipped as read] AS [Shipped]
FROM [picked]
ORDER BY CASE WHEN [Sales as read] IS NULL THEN 1 ELSE 0 END, [Sales as read] DESC, [place]
OFFSET 200 ROWS FETCH NEXT 100 ROWS ONLY;

-- a listing of what is joined
WITH [picked] AS (
  SELECT
    CAST([Buyer].[Segment] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) AS [Buyer.Segment as read],
    CAST([t].[Took] * 1000 AS float) AS [Took as read],
    [t].[line] AS [place]
  FROM [shop].[orders] [t]
  LEFT JOIN [customers] [Buyer] ON CAST([t].[customer_id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max)) = CAST([Buyer].[id] COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max))
)
SELECT
  [Buyer.Segment as read] AS [Buyer.Segment],
  [Took as read] AS [Took]
FROM [picked]
ORDER BY [place]
OFFSET 0 ROWS FETCH NEXT 10000 ROWS ONLY;
