-- a measure of everything
WITH `grouped` AS (
  SELECT SUM(CAST(`Sales` AS DOUBLE)) AS `Total Sales`
  FROM `shop`.`orders`
)
SELECT `Total Sales`
FROM `grouped`
ORDER BY CASE WHEN `Total Sales` IS NULL THEN 1 ELSE 0 END, `Total Sales` DESC
LIMIT 10000;

-- groups of a column
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `Sales`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    SUM(CAST(`Sales` AS DOUBLE)) AS `Total Sales`
  FROM `picked`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Total Sales`
FROM `grouped`
ORDER BY CASE WHEN `Total Sales` IS NULL THEN 1 ELSE 0 END, `Total Sales` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10 OFFSET 20;

-- a dimension alone
WITH `picked` AS (
  SELECT CAST(`customer_id` AS BINARY) AS `Customer as read`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT `Customer as read`
  FROM `picked`
  GROUP BY `Customer as read`
)
SELECT CONVERT(`Customer as read` USING utf8mb4) AS `Customer`
FROM `grouped`
ORDER BY CASE WHEN `Customer as read` IS NULL THEN 1 ELSE 0 END, `Customer as read`
LIMIT 10000;

-- several dimensions
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `Paid`,
    (`Order Date` - INTERVAL (DAYOFMONTH(`Order Date`) - 1) DAY) AS `Order Date (month)`,
    `Sales`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    `Paid`,
    `Order Date (month)`,
    SUM(CAST(`Sales` AS DOUBLE)) AS `Total Sales`
  FROM `picked`
  GROUP BY `Region as read`, `Paid`, `Order Date (month)`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Paid`,
  `Order Date (month)`,
  `Total Sales`
FROM `grouped`
ORDER BY CASE WHEN `Order Date (month)` IS NULL THEN 1 ELSE 0 END, `Order Date (month)`, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`, CASE WHEN `Paid` IS NULL THEN 1 ELSE 0 END, `Paid`
LIMIT 10000;

-- bins of a width
WITH `picked` AS (
  SELECT
    CASE WHEN CAST((FLOOR(CAST(`Sales` AS DOUBLE) / 0.25) + 1) AS DOUBLE) / 4 <= `Sales` THEN CAST((FLOOR(CAST(`Sales` AS DOUBLE) / 0.25) + 1) AS DOUBLE) / 4 WHEN CAST(FLOOR(CAST(`Sales` AS DOUBLE) / 0.25) AS DOUBLE) / 4 > `Sales` THEN CAST((FLOOR(CAST(`Sales` AS DOUBLE) / 0.25) - 1) AS DOUBLE) / 4 ELSE CAST(FLOOR(CAST(`Sales` AS DOUBLE) / 0.25) AS DOUBLE) / 4 END AS `Sales (bins)`,
    FLOOR(CAST(CAST(`Took` * 1000 AS DOUBLE) AS DOUBLE) / 60000) * 60000 AS `Took (bins)`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Sales (bins)`,
    `Took (bins)`
  FROM `picked`
  GROUP BY `Sales (bins)`, `Took (bins)`
)
SELECT
  `Sales (bins)`,
  `Took (bins)`
FROM `grouped`
ORDER BY CASE WHEN `Sales (bins)` IS NULL THEN 1 ELSE 0 END, `Sales (bins)`, CASE WHEN `Took (bins)` IS NULL THEN 1 ELSE 0 END, `Took (bins)`
LIMIT 10000;

-- count of text, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    COUNT(CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Region as read` END) AS `Count Region`
  FROM `picked`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Count Region`
FROM `grouped`
ORDER BY CASE WHEN `Count Region` IS NULL THEN 1 ELSE 0 END, `Count Region` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- count of decimal, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `Sales`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    COUNT(CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Sales` END) AS `Count Sales`
  FROM `picked`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Count Sales`
FROM `grouped`
ORDER BY CASE WHEN `Count Sales` IS NULL THEN 1 ELSE 0 END, `Count Sales` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- count of duration, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    CAST(`Took` * 1000 AS DOUBLE) AS `Took`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    COUNT(CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Took` END) AS `Count Took`
  FROM `picked`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Count Took`
FROM `grouped`
ORDER BY CASE WHEN `Count Took` IS NULL THEN 1 ELSE 0 END, `Count Took` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- distinct of text, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    COUNT(DISTINCT CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Region as read` END) AS `Distinct Region`
  FROM `picked`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Distinct Region`
FROM `grouped`
ORDER BY CASE WHEN `Distinct Region` IS NULL THEN 1 ELSE 0 END, `Distinct Region` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- distinct of decimal, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `Sales`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    COUNT(DISTINCT CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Sales` END) AS `Distinct Sales`
  FROM `picked`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Distinct Sales`
FROM `grouped`
ORDER BY CASE WHEN `Distinct Sales` IS NULL THEN 1 ELSE 0 END, `Distinct Sales` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- distinct of duration, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    CAST(`Took` * 1000 AS DOUBLE) AS `Took`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    COUNT(DISTINCT CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Took` END) AS `Distinct Took`
  FROM `picked`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Distinct Took`
FROM `grouped`
ORDER BY CASE WHEN `Distinct Took` IS NULL THEN 1 ELSE 0 END, `Distinct Took` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- sum of decimal, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `Sales`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    SUM(CAST(CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Sales` END AS DOUBLE)) AS `Total Sales`
  FROM `picked`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Total Sales`
FROM `grouped`
ORDER BY CASE WHEN `Total Sales` IS NULL THEN 1 ELSE 0 END, `Total Sales` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- sum of duration, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    CAST(`Took` * 1000 AS DOUBLE) AS `Took`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    SUM(CAST(CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Took` END AS DOUBLE)) AS `Total Took`
  FROM `picked`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Total Took`
FROM `grouped`
ORDER BY CASE WHEN `Total Took` IS NULL THEN 1 ELSE 0 END, `Total Took` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- mean of decimal, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `Sales`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    AVG(CAST(CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Sales` END AS DOUBLE)) AS `Average Sales`
  FROM `picked`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Average Sales`
FROM `grouped`
ORDER BY CASE WHEN `Average Sales` IS NULL THEN 1 ELSE 0 END, `Average Sales` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- mean of duration, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    CAST(`Took` * 1000 AS DOUBLE) AS `Took`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    AVG(CAST(CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Took` END AS DOUBLE)) AS `Average Took`
  FROM `picked`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Average Took`
FROM `grouped`
ORDER BY CASE WHEN `Average Took` IS NULL THEN 1 ELSE 0 END, `Average Took` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- median of decimal, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `Sales`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`counted` AS (
  SELECT
    `picked`.*,
    CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Sales` END AS `value`
  FROM `picked`
),
`placed` AS (
  SELECT
    `counted`.*,
    ROW_NUMBER() OVER (PARTITION BY `Region as read` ORDER BY CASE WHEN `value` IS NULL THEN 1 ELSE 0 END, `value`) AS `place`
  FROM `counted`
),
`placed 2` AS (
  SELECT
    `placed`.*,
    COUNT(`value`) OVER (PARTITION BY `Region as read`) AS `values`
  FROM `placed`
),
`placed 3` AS (
  SELECT
    `placed 2`.*,
    0.5 * (`values` - 1) AS `wanted`
  FROM `placed 2`
),
`grouped` AS (
  SELECT
    `Region as read`,
    MAX(CASE WHEN `place` - 1 <= `wanted` AND `place` > `wanted` THEN CAST(`value` AS DOUBLE) END) + (MAX(CASE WHEN `place` - 1 >= `wanted` AND `place` - 2 < `wanted` THEN CAST(`value` AS DOUBLE) END) - MAX(CASE WHEN `place` - 1 <= `wanted` AND `place` > `wanted` THEN CAST(`value` AS DOUBLE) END)) * MAX(`wanted` - FLOOR(`wanted`)) AS `Median Sales`
  FROM `placed 3`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Median Sales`
FROM `grouped`
ORDER BY CASE WHEN `Median Sales` IS NULL THEN 1 ELSE 0 END, `Median Sales` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- median of duration, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    CAST(`Took` * 1000 AS DOUBLE) AS `Took`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`counted` AS (
  SELECT
    `picked`.*,
    CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Took` END AS `value`
  FROM `picked`
),
`placed` AS (
  SELECT
    `counted`.*,
    ROW_NUMBER() OVER (PARTITION BY `Region as read` ORDER BY CASE WHEN `value` IS NULL THEN 1 ELSE 0 END, `value`) AS `place`
  FROM `counted`
),
`placed 2` AS (
  SELECT
    `placed`.*,
    COUNT(`value`) OVER (PARTITION BY `Region as read`) AS `values`
  FROM `placed`
),
`placed 3` AS (
  SELECT
    `placed 2`.*,
    0.5 * (`values` - 1) AS `wanted`
  FROM `placed 2`
),
`grouped` AS (
  SELECT
    `Region as read`,
    MAX(CASE WHEN `place` - 1 <= `wanted` AND `place` > `wanted` THEN CAST(`value` AS DOUBLE) END) + (MAX(CASE WHEN `place` - 1 >= `wanted` AND `place` - 2 < `wanted` THEN CAST(`value` AS DOUBLE) END) - MAX(CASE WHEN `place` - 1 <= `wanted` AND `place` > `wanted` THEN CAST(`value` AS DOUBLE) END)) * MAX(`wanted` - FLOOR(`wanted`)) AS `Median Took`
  FROM `placed 3`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Median Took`
FROM `grouped`
ORDER BY CASE WHEN `Median Took` IS NULL THEN 1 ELSE 0 END, `Median Took` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- min of text, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    MIN(CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Region as read` END) AS `Lowest Region as read`
  FROM `picked`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  CONVERT(`Lowest Region as read` USING utf8mb4) AS `Lowest Region`
FROM `grouped`
ORDER BY CASE WHEN `Lowest Region as read` IS NULL THEN 1 ELSE 0 END, `Lowest Region as read` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- min of decimal, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `Sales`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    MIN(CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Sales` END) AS `Lowest Sales`
  FROM `picked`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Lowest Sales`
FROM `grouped`
ORDER BY CASE WHEN `Lowest Sales` IS NULL THEN 1 ELSE 0 END, `Lowest Sales` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- min of duration, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    CAST(`Took` * 1000 AS DOUBLE) AS `Took`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    MIN(CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Took` END) AS `Lowest Took`
  FROM `picked`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Lowest Took`
FROM `grouped`
ORDER BY CASE WHEN `Lowest Took` IS NULL THEN 1 ELSE 0 END, `Lowest Took` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- max of text, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    MAX(CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Region as read` END) AS `Highest Region as read`
  FROM `picked`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  CONVERT(`Highest Region as read` USING utf8mb4) AS `Highest Region`
FROM `grouped`
ORDER BY CASE WHEN `Highest Region as read` IS NULL THEN 1 ELSE 0 END, `Highest Region as read` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- max of decimal, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `Sales`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    MAX(CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Sales` END) AS `Highest Sales`
  FROM `picked`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Highest Sales`
FROM `grouped`
ORDER BY CASE WHEN `Highest Sales` IS NULL THEN 1 ELSE 0 END, `Highest Sales` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- max of duration, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    CAST(`Took` * 1000 AS DOUBLE) AS `Took`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    MAX(CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Took` END) AS `Highest Took`
  FROM `picked`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Highest Took`
FROM `grouped`
ORDER BY CASE WHEN `Highest Took` IS NULL THEN 1 ELSE 0 END, `Highest Took` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- quantile of decimal, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `Sales`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`counted` AS (
  SELECT
    `picked`.*,
    CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Sales` END AS `value`
  FROM `picked`
),
`placed` AS (
  SELECT
    `counted`.*,
    ROW_NUMBER() OVER (PARTITION BY `Region as read` ORDER BY CASE WHEN `value` IS NULL THEN 1 ELSE 0 END, `value`) AS `place`
  FROM `counted`
),
`placed 2` AS (
  SELECT
    `placed`.*,
    COUNT(`value`) OVER (PARTITION BY `Region as read`) AS `values`
  FROM `placed`
),
`placed 3` AS (
  SELECT
    `placed 2`.*,
    0.9 * (`values` - 1) AS `wanted`
  FROM `placed 2`
),
`grouped` AS (
  SELECT
    `Region as read`,
    MAX(CASE WHEN `place` - 1 <= `wanted` AND `place` > `wanted` THEN CAST(`value` AS DOUBLE) END) + (MAX(CASE WHEN `place` - 1 >= `wanted` AND `place` - 2 < `wanted` THEN CAST(`value` AS DOUBLE) END) - MAX(CASE WHEN `place` - 1 <= `wanted` AND `place` > `wanted` THEN CAST(`value` AS DOUBLE) END)) * MAX(`wanted` - FLOOR(`wanted`)) AS `90 % quantile of Sales`
  FROM `placed 3`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `90 % quantile of Sales`
FROM `grouped`
ORDER BY CASE WHEN `90 % quantile of Sales` IS NULL THEN 1 ELSE 0 END, `90 % quantile of Sales` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- quantile of duration, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    CAST(`Took` * 1000 AS DOUBLE) AS `Took`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`counted` AS (
  SELECT
    `picked`.*,
    CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Took` END AS `value`
  FROM `picked`
),
`placed` AS (
  SELECT
    `counted`.*,
    ROW_NUMBER() OVER (PARTITION BY `Region as read` ORDER BY CASE WHEN `value` IS NULL THEN 1 ELSE 0 END, `value`) AS `place`
  FROM `counted`
),
`placed 2` AS (
  SELECT
    `placed`.*,
    COUNT(`value`) OVER (PARTITION BY `Region as read`) AS `values`
  FROM `placed`
),
`placed 3` AS (
  SELECT
    `placed 2`.*,
    0.9 * (`values` - 1) AS `wanted`
  FROM `placed 2`
),
`grouped` AS (
  SELECT
    `Region as read`,
    MAX(CASE WHEN `place` - 1 <= `wanted` AND `place` > `wanted` THEN CAST(`value` AS DOUBLE) END) + (MAX(CASE WHEN `place` - 1 >= `wanted` AND `place` - 2 < `wanted` THEN CAST(`value` AS DOUBLE) END) - MAX(CASE WHEN `place` - 1 <= `wanted` AND `place` > `wanted` THEN CAST(`value` AS DOUBLE) END)) * MAX(`wanted` - FLOOR(`wanted`)) AS `90 % quantile of Took`
  FROM `placed 3`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `90 % quantile of Took`
FROM `grouped`
ORDER BY CASE WHEN `90 % quantile of Took` IS NULL THEN 1 ELSE 0 END, `90 % quantile of Took` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- sd of decimal, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `Sales`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    SQRT(VAR_SAMP(CAST(CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Sales` END AS DOUBLE))) AS `Standard deviation of Sales`
  FROM `picked`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Standard deviation of Sales`
FROM `grouped`
ORDER BY CASE WHEN `Standard deviation of Sales` IS NULL THEN 1 ELSE 0 END, `Standard deviation of Sales` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- sd of duration, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    CAST(`Took` * 1000 AS DOUBLE) AS `Took`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    SQRT(VAR_SAMP(CAST(CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Took` END AS DOUBLE))) AS `Standard deviation of Took`
  FROM `picked`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Standard deviation of Took`
FROM `grouped`
ORDER BY CASE WHEN `Standard deviation of Took` IS NULL THEN 1 ELSE 0 END, `Standard deviation of Took` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- variance of decimal, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `Sales`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    VAR_SAMP(CAST(CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Sales` END AS DOUBLE)) AS `Variance of Sales`
  FROM `picked`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Variance of Sales`
FROM `grouped`
ORDER BY CASE WHEN `Variance of Sales` IS NULL THEN 1 ELSE 0 END, `Variance of Sales` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- mode of text, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`counted` AS (
  SELECT
    `picked`.*,
    CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Region as read` END AS `value`
  FROM `picked`
),
`placed` AS (
  SELECT
    `counted`.*,
    COUNT(`value`) OVER (PARTITION BY `Region as read`, `value`) AS `times`
  FROM `counted`
),
`placed 2` AS (
  SELECT
    `placed`.*,
    ROW_NUMBER() OVER (PARTITION BY `Region as read` ORDER BY `times` DESC, CASE WHEN `value` IS NULL THEN 1 ELSE 0 END, `value`) AS `place`
  FROM `placed`
),
`grouped` AS (
  SELECT
    `Region as read`,
    MAX(CASE WHEN `place` = 1 THEN `value` END) AS `Most frequent Region as read`
  FROM `placed 2`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  CONVERT(`Most frequent Region as read` USING utf8mb4) AS `Most frequent Region`
FROM `grouped`
ORDER BY CASE WHEN `Most frequent Region as read` IS NULL THEN 1 ELSE 0 END, `Most frequent Region as read` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- mode of decimal, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `Sales`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`counted` AS (
  SELECT
    `picked`.*,
    CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Sales` END AS `value`
  FROM `picked`
),
`placed` AS (
  SELECT
    `counted`.*,
    COUNT(`value`) OVER (PARTITION BY `Region as read`, `value`) AS `times`
  FROM `counted`
),
`placed 2` AS (
  SELECT
    `placed`.*,
    ROW_NUMBER() OVER (PARTITION BY `Region as read` ORDER BY `times` DESC, CASE WHEN `value` IS NULL THEN 1 ELSE 0 END, `value`) AS `place`
  FROM `placed`
),
`grouped` AS (
  SELECT
    `Region as read`,
    MAX(CASE WHEN `place` = 1 THEN `value` END) AS `Most frequent Sales`
  FROM `placed 2`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Most frequent Sales`
FROM `grouped`
ORDER BY CASE WHEN `Most frequent Sales` IS NULL THEN 1 ELSE 0 END, `Most frequent Sales` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- mode of duration, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    CAST(`Took` * 1000 AS DOUBLE) AS `Took`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`counted` AS (
  SELECT
    `picked`.*,
    CASE WHEN `Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) THEN `Took` END AS `value`
  FROM `picked`
),
`placed` AS (
  SELECT
    `counted`.*,
    COUNT(`value`) OVER (PARTITION BY `Region as read`, `value`) AS `times`
  FROM `counted`
),
`placed 2` AS (
  SELECT
    `placed`.*,
    ROW_NUMBER() OVER (PARTITION BY `Region as read` ORDER BY `times` DESC, CASE WHEN `value` IS NULL THEN 1 ELSE 0 END, `value`) AS `place`
  FROM `placed`
),
`grouped` AS (
  SELECT
    `Region as read`,
    MAX(CASE WHEN `place` = 1 THEN `value` END) AS `Most frequent Took`
  FROM `placed 2`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Most frequent Took`
FROM `grouped`
ORDER BY CASE WHEN `Most frequent Took` IS NULL THEN 1 ELSE 0 END, `Most frequent Took` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- first of text, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`counted` AS (
  SELECT
    `picked`.*,
    CASE WHEN (`Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) AND `Region as read` IS NOT NULL AND `Shipped` IS NOT NULL) THEN 1 ELSE 0 END AS `counts`
  FROM `picked`
),
`placed` AS (
  SELECT
    `counted`.*,
    ROW_NUMBER() OVER (PARTITION BY `Region as read` ORDER BY `counts` DESC, CASE WHEN `Shipped` IS NULL THEN 1 ELSE 0 END, `Shipped`, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`) AS `place`
  FROM `counted`
),
`grouped` AS (
  SELECT
    `Region as read`,
    MAX(CASE WHEN `place` = 1 AND `counts` = 1 THEN `Region as read` END) AS `First Region as read`
  FROM `placed`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  CONVERT(`First Region as read` USING utf8mb4) AS `First Region`
FROM `grouped`
ORDER BY CASE WHEN `First Region as read` IS NULL THEN 1 ELSE 0 END, `First Region as read` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- first of decimal, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `Sales`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`counted` AS (
  SELECT
    `picked`.*,
    CASE WHEN (`Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) AND `Sales` IS NOT NULL AND `Shipped` IS NOT NULL) THEN 1 ELSE 0 END AS `counts`
  FROM `picked`
),
`placed` AS (
  SELECT
    `counted`.*,
    ROW_NUMBER() OVER (PARTITION BY `Region as read` ORDER BY `counts` DESC, CASE WHEN `Shipped` IS NULL THEN 1 ELSE 0 END, `Shipped`, CASE WHEN `Sales` IS NULL THEN 1 ELSE 0 END, `Sales`) AS `place`
  FROM `counted`
),
`grouped` AS (
  SELECT
    `Region as read`,
    MAX(CASE WHEN `place` = 1 AND `counts` = 1 THEN `Sales` END) AS `First Sales`
  FROM `placed`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `First Sales`
FROM `grouped`
ORDER BY CASE WHEN `First Sales` IS NULL THEN 1 ELSE 0 END, `First Sales` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- first of duration, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    CAST(`Took` * 1000 AS DOUBLE) AS `Took`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`counted` AS (
  SELECT
    `picked`.*,
    CASE WHEN (`Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) AND `Took` IS NOT NULL AND `Shipped` IS NOT NULL) THEN 1 ELSE 0 END AS `counts`
  FROM `picked`
),
`placed` AS (
  SELECT
    `counted`.*,
    ROW_NUMBER() OVER (PARTITION BY `Region as read` ORDER BY `counts` DESC, CASE WHEN `Shipped` IS NULL THEN 1 ELSE 0 END, `Shipped`, CASE WHEN `Took` IS NULL THEN 1 ELSE 0 END, `Took`) AS `place`
  FROM `counted`
),
`grouped` AS (
  SELECT
    `Region as read`,
    MAX(CASE WHEN `place` = 1 AND `counts` = 1 THEN `Took` END) AS `First Took`
  FROM `placed`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `First Took`
FROM `grouped`
ORDER BY CASE WHEN `First Took` IS NULL THEN 1 ELSE 0 END, `First Took` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- last of text, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`counted` AS (
  SELECT
    `picked`.*,
    CASE WHEN (`Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) AND `Region as read` IS NOT NULL AND `Shipped` IS NOT NULL) THEN 1 ELSE 0 END AS `counts`
  FROM `picked`
),
`placed` AS (
  SELECT
    `counted`.*,
    ROW_NUMBER() OVER (PARTITION BY `Region as read` ORDER BY `counts` DESC, CASE WHEN `Shipped` IS NULL THEN 1 ELSE 0 END, `Shipped` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`) AS `place`
  FROM `counted`
),
`grouped` AS (
  SELECT
    `Region as read`,
    MAX(CASE WHEN `place` = 1 AND `counts` = 1 THEN `Region as read` END) AS `Last Region as read`
  FROM `placed`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  CONVERT(`Last Region as read` USING utf8mb4) AS `Last Region`
FROM `grouped`
ORDER BY CASE WHEN `Last Region as read` IS NULL THEN 1 ELSE 0 END, `Last Region as read` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- last of decimal, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `Sales`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`counted` AS (
  SELECT
    `picked`.*,
    CASE WHEN (`Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) AND `Sales` IS NOT NULL AND `Shipped` IS NOT NULL) THEN 1 ELSE 0 END AS `counts`
  FROM `picked`
),
`placed` AS (
  SELECT
    `counted`.*,
    ROW_NUMBER() OVER (PARTITION BY `Region as read` ORDER BY `counts` DESC, CASE WHEN `Shipped` IS NULL THEN 1 ELSE 0 END, `Shipped` DESC, CASE WHEN `Sales` IS NULL THEN 1 ELSE 0 END, `Sales`) AS `place`
  FROM `counted`
),
`grouped` AS (
  SELECT
    `Region as read`,
    MAX(CASE WHEN `place` = 1 AND `counts` = 1 THEN `Sales` END) AS `Last Sales`
  FROM `placed`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Last Sales`
FROM `grouped`
ORDER BY CASE WHEN `Last Sales` IS NULL THEN 1 ELSE 0 END, `Last Sales` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- last of duration, filtered
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    CAST(`Took` * 1000 AS DOUBLE) AS `Took`,
    `shipped_at` AS `Shipped`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`counted` AS (
  SELECT
    `picked`.*,
    CASE WHEN (`Customer` IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY), CAST('b' AS BINARY)) AND `Took` IS NOT NULL AND `Shipped` IS NOT NULL) THEN 1 ELSE 0 END AS `counts`
  FROM `picked`
),
`placed` AS (
  SELECT
    `counted`.*,
    ROW_NUMBER() OVER (PARTITION BY `Region as read` ORDER BY `counts` DESC, CASE WHEN `Shipped` IS NULL THEN 1 ELSE 0 END, `Shipped` DESC, CASE WHEN `Took` IS NULL THEN 1 ELSE 0 END, `Took`) AS `place`
  FROM `counted`
),
`grouped` AS (
  SELECT
    `Region as read`,
    MAX(CASE WHEN `place` = 1 AND `counts` = 1 THEN `Took` END) AS `Last Took`
  FROM `placed`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Last Took`
FROM `grouped`
ORDER BY CASE WHEN `Last Took` IS NULL THEN 1 ELSE 0 END, `Last Took` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- hour by local time
WITH `picked` AS (
  SELECT
    `shipped_at` AS `Shipped`,
    CASE
      WHEN `shipped_at` < TIMESTAMP '1854-06-27 18:06:32.000' THEN 21208
      WHEN `shipped_at` < TIMESTAMP '1869-12-31 18:06:40.000' THEN 21200
      WHEN `shipped_at` < TIMESTAMP '1905-12-31 18:38:50.000' THEN 19270
      WHEN `shipped_at` < TIMESTAMP '1941-09-30 18:30:00.000' THEN 19800
      WHEN `shipped_at` < TIMESTAMP '1942-05-14 17:30:00.000' THEN 23400
      WHEN `shipped_at` < TIMESTAMP '1942-08-31 18:30:00.000' THEN 19800
      WHEN `shipped_at` < TIMESTAMP '1945-10-14 17:30:00.000' THEN 23400
      ELSE 19800
    END AS `Shipped offset`
  FROM `shop`.`orders`
),
`cut` AS (
  SELECT
    `picked`.*,
    (CAST(DATE_FORMAT((`Shipped` + INTERVAL (`Shipped offset`) SECOND), '%Y-%m-%d %H:00:00') AS DATETIME(3)) + INTERVAL (-(`Shipped offset`)) SECOND) AS `Shipped (hour)`
  FROM `picked`
),
`grouped` AS (
  SELECT `Shipped (hour)`
  FROM `cut`
  GROUP BY `Shipped (hour)`
)
SELECT `Shipped (hour)`
FROM `grouped`
ORDER BY CASE WHEN `Shipped (hour)` IS NULL THEN 1 ELSE 0 END, `Shipped (hour)`
LIMIT 10000;

-- day by local time
WITH `picked` AS (
  SELECT
    `shipped_at` AS `Shipped`,
    CASE
      WHEN `shipped_at` < TIMESTAMP '1854-06-27 18:06:32.000' THEN 21208
      WHEN `shipped_at` < TIMESTAMP '1869-12-31 18:06:40.000' THEN 21200
      WHEN `shipped_at` < TIMESTAMP '1905-12-31 18:38:50.000' THEN 19270
      WHEN `shipped_at` < TIMESTAMP '1941-09-30 18:30:00.000' THEN 19800
      WHEN `shipped_at` < TIMESTAMP '1942-05-14 17:30:00.000' THEN 23400
      WHEN `shipped_at` < TIMESTAMP '1942-08-31 18:30:00.000' THEN 19800
      WHEN `shipped_at` < TIMESTAMP '1945-10-14 17:30:00.000' THEN 23400
      ELSE 19800
    END AS `Shipped offset`
  FROM `shop`.`orders`
),
`cut` AS (
  SELECT
    `picked`.*,
    DATE((`Shipped` + INTERVAL (`Shipped offset`) SECOND)) AS `Shipped (day)`
  FROM `picked`
),
`grouped` AS (
  SELECT `Shipped (day)`
  FROM `cut`
  GROUP BY `Shipped (day)`
)
SELECT `Shipped (day)`
FROM `grouped`
ORDER BY CASE WHEN `Shipped (day)` IS NULL THEN 1 ELSE 0 END, `Shipped (day)`
LIMIT 10000;

-- week by local time
WITH `picked` AS (
  SELECT
    `shipped_at` AS `Shipped`,
    CASE
      WHEN `shipped_at` < TIMESTAMP '1854-06-27 18:06:32.000' THEN 21208
      WHEN `shipped_at` < TIMESTAMP '1869-12-31 18:06:40.000' THEN 21200
      WHEN `shipped_at` < TIMESTAMP '1905-12-31 18:38:50.000' THEN 19270
      WHEN `shipped_at` < TIMESTAMP '1941-09-30 18:30:00.000' THEN 19800
      WHEN `shipped_at` < TIMESTAMP '1942-05-14 17:30:00.000' THEN 23400
      WHEN `shipped_at` < TIMESTAMP '1942-08-31 18:30:00.000' THEN 19800
      WHEN `shipped_at` < TIMESTAMP '1945-10-14 17:30:00.000' THEN 23400
      ELSE 19800
    END AS `Shipped offset`
  FROM `shop`.`orders`
),
`cut` AS (
  SELECT
    `picked`.*,
    (DATE((`Shipped` + INTERVAL (`Shipped offset`) SECOND)) + INTERVAL (-(MOD((WEEKDAY(DATE((`Shipped` + INTERVAL (`Shipped offset`) SECOND))) + 1), 7))) DAY) AS `Shipped (week)`
  FROM `picked`
),
`grouped` AS (
  SELECT `Shipped (week)`
  FROM `cut`
  GROUP BY `Shipped (week)`
)
SELECT `Shipped (week)`
FROM `grouped`
ORDER BY CASE WHEN `Shipped (week)` IS NULL THEN 1 ELSE 0 END, `Shipped (week)`
LIMIT 10000;

-- month by local time
WITH `picked` AS (
  SELECT
    `shipped_at` AS `Shipped`,
    CASE
      WHEN `shipped_at` < TIMESTAMP '1854-06-27 18:06:32.000' THEN 21208
      WHEN `shipped_at` < TIMESTAMP '1869-12-31 18:06:40.000' THEN 21200
      WHEN `shipped_at` < TIMESTAMP '1905-12-31 18:38:50.000' THEN 19270
      WHEN `shipped_at` < TIMESTAMP '1941-09-30 18:30:00.000' THEN 19800
      WHEN `shipped_at` < TIMESTAMP '1942-05-14 17:30:00.000' THEN 23400
      WHEN `shipped_at` < TIMESTAMP '1942-08-31 18:30:00.000' THEN 19800
      WHEN `shipped_at` < TIMESTAMP '1945-10-14 17:30:00.000' THEN 23400
      ELSE 19800
    END AS `Shipped offset`
  FROM `shop`.`orders`
),
`cut` AS (
  SELECT
    `picked`.*,
    (DATE((`Shipped` + INTERVAL (`Shipped offset`) SECOND)) - INTERVAL (DAYOFMONTH(DATE((`Shipped` + INTERVAL (`Shipped offset`) SECOND))) - 1) DAY) AS `Shipped (month)`
  FROM `picked`
),
`grouped` AS (
  SELECT `Shipped (month)`
  FROM `cut`
  GROUP BY `Shipped (month)`
)
SELECT `Shipped (month)`
FROM `grouped`
ORDER BY CASE WHEN `Shipped (month)` IS NULL THEN 1 ELSE 0 END, `Shipped (month)`
LIMIT 10000;

-- quarter by local time
WITH `picked` AS (
  SELECT
    `shipped_at` AS `Shipped`,
    CASE
      WHEN `shipped_at` < TIMESTAMP '1854-06-27 18:06:32.000' THEN 21208
      WHEN `shipped_at` < TIMESTAMP '1869-12-31 18:06:40.000' THEN 21200
      WHEN `shipped_at` < TIMESTAMP '1905-12-31 18:38:50.000' THEN 19270
      WHEN `shipped_at` < TIMESTAMP '1941-09-30 18:30:00.000' THEN 19800
      WHEN `shipped_at` < TIMESTAMP '1942-05-14 17:30:00.000' THEN 23400
      WHEN `shipped_at` < TIMESTAMP '1942-08-31 18:30:00.000' THEN 19800
      WHEN `shipped_at` < TIMESTAMP '1945-10-14 17:30:00.000' THEN 23400
      ELSE 19800
    END AS `Shipped offset`
  FROM `shop`.`orders`
),
`cut` AS (
  SELECT
    `picked`.*,
    ((DATE((`Shipped` + INTERVAL (`Shipped offset`) SECOND)) - INTERVAL (DAYOFMONTH(DATE((`Shipped` + INTERVAL (`Shipped offset`) SECOND))) - 1) DAY) + INTERVAL (-(MOD((MONTH(DATE((`Shipped` + INTERVAL (`Shipped offset`) SECOND))) + 8), 3))) MONTH) AS `Shipped (quarter)`
  FROM `picked`
),
`grouped` AS (
  SELECT `Shipped (quarter)`
  FROM `cut`
  GROUP BY `Shipped (quarter)`
)
SELECT `Shipped (quarter)`
FROM `grouped`
ORDER BY CASE WHEN `Shipped (quarter)` IS NULL THEN 1 ELSE 0 END, `Shipped (quarter)`
LIMIT 10000;

-- year by local time
WITH `picked` AS (
  SELECT
    `shipped_at` AS `Shipped`,
    CASE
      WHEN `shipped_at` < TIMESTAMP '1854-06-27 18:06:32.000' THEN 21208
      WHEN `shipped_at` < TIMESTAMP '1869-12-31 18:06:40.000' THEN 21200
      WHEN `shipped_at` < TIMESTAMP '1905-12-31 18:38:50.000' THEN 19270
      WHEN `shipped_at` < TIMESTAMP '1941-09-30 18:30:00.000' THEN 19800
      WHEN `shipped_at` < TIMESTAMP '1942-05-14 17:30:00.000' THEN 23400
      WHEN `shipped_at` < TIMESTAMP '1942-08-31 18:30:00.000' THEN 19800
      WHEN `shipped_at` < TIMESTAMP '1945-10-14 17:30:00.000' THEN 23400
      ELSE 19800
    END AS `Shipped offset`
  FROM `shop`.`orders`
),
`cut` AS (
  SELECT
    `picked`.*,
    ((DATE((`Shipped` + INTERVAL (`Shipped offset`) SECOND)) - INTERVAL (DAYOFMONTH(DATE((`Shipped` + INTERVAL (`Shipped offset`) SECOND))) - 1) DAY) + INTERVAL (-(MOD((MONTH(DATE((`Shipped` + INTERVAL (`Shipped offset`) SECOND))) + 8), 12))) MONTH) AS `Shipped (year)`
  FROM `picked`
),
`grouped` AS (
  SELECT `Shipped (year)`
  FROM `cut`
  GROUP BY `Shipped (year)`
)
SELECT `Shipped (year)`
FROM `grouped`
ORDER BY CASE WHEN `Shipped (year)` IS NULL THEN 1 ELSE 0 END, `Shipped (year)`
LIMIT 10000;

-- hourOfDay by local time
WITH `picked` AS (
  SELECT HOUR((`shipped_at` + INTERVAL (7200) SECOND)) AS `Shipped (hour of day)`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT `Shipped (hour of day)`
  FROM `picked`
  GROUP BY `Shipped (hour of day)`
)
SELECT `Shipped (hour of day)`
FROM `grouped`
ORDER BY CASE WHEN `Shipped (hour of day)` IS NULL THEN 1 ELSE 0 END, `Shipped (hour of day)`
LIMIT 10000;

-- dayOfWeek by local time
WITH `picked` AS (
  SELECT (WEEKDAY(DATE((`shipped_at` + INTERVAL (7200) SECOND))) + 1) AS `Shipped (day of week)`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT `Shipped (day of week)`
  FROM `picked`
  GROUP BY `Shipped (day of week)`
)
SELECT `Shipped (day of week)`
FROM `grouped`
ORDER BY CASE WHEN (MOD(`Shipped (day of week)`, 7)) IS NULL THEN 1 ELSE 0 END, (MOD(`Shipped (day of week)`, 7)), CASE WHEN `Shipped (day of week)` IS NULL THEN 1 ELSE 0 END, `Shipped (day of week)`
LIMIT 10000;

-- dayOfMonth by local time
WITH `picked` AS (
  SELECT DAYOFMONTH(DATE((`shipped_at` + INTERVAL (7200) SECOND))) AS `Shipped (day of month)`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT `Shipped (day of month)`
  FROM `picked`
  GROUP BY `Shipped (day of month)`
)
SELECT `Shipped (day of month)`
FROM `grouped`
ORDER BY CASE WHEN `Shipped (day of month)` IS NULL THEN 1 ELSE 0 END, `Shipped (day of month)`
LIMIT 10000;

-- dayOfYear by local time
WITH `picked` AS (
  SELECT DAYOFYEAR(DATE((`shipped_at` + INTERVAL (7200) SECOND))) AS `Shipped (day of year)`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT `Shipped (day of year)`
  FROM `picked`
  GROUP BY `Shipped (day of year)`
)
SELECT `Shipped (day of year)`
FROM `grouped`
ORDER BY CASE WHEN `Shipped (day of year)` IS NULL THEN 1 ELSE 0 END, `Shipped (day of year)`
LIMIT 10000;

-- weekOfYear by local time
WITH `picked` AS (
  SELECT ((DAYOFYEAR((DATE((`shipped_at` + INTERVAL (7200) SECOND)) + INTERVAL (3 - (MOD((WEEKDAY(DATE((`shipped_at` + INTERVAL (7200) SECOND))) + 1), 7))) DAY)) - 1) - (MOD((DAYOFYEAR((DATE((`shipped_at` + INTERVAL (7200) SECOND)) + INTERVAL (3 - (MOD((WEEKDAY(DATE((`shipped_at` + INTERVAL (7200) SECOND))) + 1), 7))) DAY)) - 1), 7))) / 7 + 1 AS `Shipped (week of year)`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT `Shipped (week of year)`
  FROM `picked`
  GROUP BY `Shipped (week of year)`
)
SELECT `Shipped (week of year)`
FROM `grouped`
ORDER BY CASE WHEN `Shipped (week of year)` IS NULL THEN 1 ELSE 0 END, `Shipped (week of year)`
LIMIT 10000;

-- monthOfYear by local time
WITH `picked` AS (
  SELECT MONTH(DATE((`shipped_at` + INTERVAL (7200) SECOND))) AS `Shipped (month of year)`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT `Shipped (month of year)`
  FROM `picked`
  GROUP BY `Shipped (month of year)`
)
SELECT `Shipped (month of year)`
FROM `grouped`
ORDER BY CASE WHEN `Shipped (month of year)` IS NULL THEN 1 ELSE 0 END, `Shipped (month of year)`
LIMIT 10000;

-- quarterOfYear by local time
WITH `picked` AS (
  SELECT ((MOD((MONTH(DATE((`shipped_at` + INTERVAL (7200) SECOND))) + 8), 12)) - (MOD((MOD((MONTH(DATE((`shipped_at` + INTERVAL (7200) SECOND))) + 8), 12)), 3))) / 3 + 1 AS `Shipped (quarter of year)`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT `Shipped (quarter of year)`
  FROM `picked`
  GROUP BY `Shipped (quarter of year)`
)
SELECT `Shipped (quarter of year)`
FROM `grouped`
ORDER BY CASE WHEN `Shipped (quarter of year)` IS NULL THEN 1 ELSE 0 END, `Shipped (quarter of year)`
LIMIT 10000;

-- share of everything
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `Sales`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    SUM(CAST(`Sales` AS DOUBLE)) AS `Share of total Sales part`,
    SUM(CAST(`Sales` AS DOUBLE)) AS `Share of total Sales whole`
  FROM `picked`
  GROUP BY `Region as read`
),
`shared` AS (
  SELECT
    `grouped`.*,
    CAST(`Share of total Sales part` AS DOUBLE) / NULLIF(SUM(`Share of total Sales whole`) OVER (), 0) AS `Share of total Sales`
  FROM `grouped`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Share of total Sales`
FROM `shared`
ORDER BY CASE WHEN `Share of total Sales` IS NULL THEN 1 ELSE 0 END, `Share of total Sales` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- share of the group
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `Paid`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    COUNT(CASE WHEN `Paid` IN (1) THEN 1 END) AS `Share of rows part`,
    COUNT(*) AS `Share of rows whole`
  FROM `picked`
  GROUP BY `Region as read`
),
`shared` AS (
  SELECT
    `grouped`.*,
    CAST(`Share of rows part` AS DOUBLE) / NULLIF(`Share of rows whole`, 0) AS `Share of rows`
  FROM `grouped`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Share of rows`
FROM `shared`
ORDER BY CASE WHEN `Share of rows` IS NULL THEN 1 ELSE 0 END, `Share of rows` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- share of different values within a dimension
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    (`Order Date` - INTERVAL (DAYOFMONTH(`Order Date`) - 1) DAY) AS `Order Date (month)`,
    CAST(`customer_id` AS BINARY) AS `Customer`
  FROM `shop`.`orders`
),
`placed` AS (
  SELECT
    `picked`.*,
    ROW_NUMBER() OVER (PARTITION BY `Region as read`, `Customer` ORDER BY `Customer`) AS `place`
  FROM `picked`
),
`grouped` AS (
  SELECT
    `Region as read`,
    `Order Date (month)`,
    COUNT(DISTINCT `Customer`) AS `Share of distinct Customer part`,
    SUM(CASE WHEN `place` = 1 AND `Customer` IS NOT NULL THEN 1 ELSE 0 END) AS `Share of distinct Customer whole`
  FROM `placed`
  GROUP BY `Region as read`, `Order Date (month)`
),
`shared` AS (
  SELECT
    `grouped`.*,
    CAST(`Share of distinct Customer part` AS DOUBLE) / NULLIF(SUM(`Share of distinct Customer whole`) OVER (PARTITION BY `Region as read`), 0) AS `Share of distinct Customer`
  FROM `grouped`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Order Date (month)`,
  `Share of distinct Customer`
FROM `shared`
ORDER BY CASE WHEN `Order Date (month)` IS NULL THEN 1 ELSE 0 END, `Order Date (month)`, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- running total, moving average and rank
WITH `picked` AS (
  SELECT
    (`Order Date` - INTERVAL (DAYOFMONTH(`Order Date`) - 1) DAY) AS `Order Date (month)`,
    CAST(`Region` AS BINARY) AS `Region as read`,
    `Sales`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Order Date (month)`,
    `Region as read`,
    SUM(CAST(`Sales` AS DOUBLE)) AS `Running total of total Sales alone`,
    SUM(CAST(`Sales` AS DOUBLE)) AS `Moving average of total Sales alone`,
    SUM(CAST(`Sales` AS DOUBLE)) AS `Rank by total Sales alone`
  FROM `picked`
  GROUP BY `Order Date (month)`, `Region as read`
),
`along` AS (
  SELECT
    `grouped`.*,
    SUM(`Running total of total Sales alone`) OVER (PARTITION BY `Region as read` ORDER BY CASE WHEN `Order Date (month)` IS NULL THEN 1 ELSE 0 END, `Order Date (month)` ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS `Running total of total Sales`
  FROM `grouped`
),
`along 2` AS (
  SELECT
    `along`.*,
    AVG(CAST(`Moving average of total Sales alone` AS DOUBLE)) OVER (PARTITION BY `Region as read` ORDER BY CASE WHEN `Order Date (month)` IS NULL THEN 1 ELSE 0 END, `Order Date (month)` ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS `Moving average of total Sales`
  FROM `along`
),
`along 3` AS (
  SELECT
    `along 2`.*,
    CASE WHEN `Rank by total Sales alone` IS NOT NULL THEN RANK() OVER (ORDER BY CASE WHEN `Rank by total Sales alone` IS NULL THEN 1 ELSE 0 END, `Rank by total Sales alone` DESC) END AS `Rank by total Sales`
  FROM `along 2`
)
SELECT
  `Order Date (month)`,
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Running total of total Sales`,
  `Moving average of total Sales`,
  `Rank by total Sales`
FROM `along 3`
ORDER BY CASE WHEN `Order Date (month)` IS NULL THEN 1 ELSE 0 END, `Order Date (month)`, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- having, sort and page
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `Sales`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Region as read`,
    SUM(CAST(`Sales` AS DOUBLE)) AS `Total Sales`
  FROM `picked`
  GROUP BY `Region as read`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Total Sales`
FROM `grouped`
WHERE `Total Sales` > 1234.5
ORDER BY CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read` DESC
LIMIT 5 OFFSET 5;

-- what is joined
WITH `picked` AS (
  SELECT
    CAST(`Buyer`.`Segment` AS BINARY) AS `Buyer.Segment as read`,
    `t`.`Sales`
  FROM `shop`.`orders` `t`
  LEFT JOIN `customers` `Buyer` ON CAST(`t`.`customer_id` AS BINARY) = CAST(`Buyer`.`id` AS BINARY)
  WHERE CAST(`Buyer`.`Segment` AS BINARY) IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY))
),
`grouped` AS (
  SELECT
    `Buyer.Segment as read`,
    SUM(CAST(`Sales` AS DOUBLE)) AS `Total Sales`
  FROM `picked`
  GROUP BY `Buyer.Segment as read`
)
SELECT
  CONVERT(`Buyer.Segment as read` USING utf8mb4) AS `Buyer.Segment`,
  `Total Sales`
FROM `grouped`
ORDER BY CASE WHEN `Total Sales` IS NULL THEN 1 ELSE 0 END, `Total Sales` DESC, CASE WHEN `Buyer.Segment as read` IS NULL THEN 1 ELSE 0 END, `Buyer.Segment as read`
LIMIT 10000;

-- filters of every kind
WITH `grouped` AS (
  SELECT COUNT(*) AS `Rows`
  FROM `shop`.`orders`
  WHERE (CAST(`Region` AS BINARY) IS NOT NULL OR 1 = 1)
    AND INSTR(CAST(LOWER(CONVERT(CAST(`Region` AS BINARY) USING utf8mb4)) AS BINARY), CAST('robert''); drop table orders; --\\' AS BINARY)) > 0
    AND INSTR(CAST(LOWER(CONVERT(CAST(`Region` AS BINARY) USING utf8mb4)) AS BINARY), CAST('ü' AS BINARY)) = 1
    AND CAST(`Region` AS BINARY) IS NOT NULL
    AND CAST(`Region` AS BINARY) BETWEEN CAST('Robert''); DROP TABLE orders; --\\' AS BINARY) AND CAST('z' AS BINARY)
    AND `Sales` < 77.125
    AND 1 = 0
    AND ((`Order Date` >= DATE '2024-03-01' AND `Order Date` < DATE '2024-04-01') OR `Order Date` = DATE '2024-05-01')
    AND `shipped_at` >= TIMESTAMP '2024-03-10 08:30:00.001'
    AND ((WEEKDAY(`Order Date`) + 1)) IN (6, 7)
    AND 1 = 0
    AND CAST(`Took` * 1000 AS DOUBLE) <= 5400000
    AND (NOT (`Paid` IN (1)) OR `Paid` IS NULL)
)
SELECT `Rows`
FROM `grouped`
ORDER BY CASE WHEN `Rows` IS NULL THEN 1 ELSE 0 END, `Rows` DESC
LIMIT 10000;

-- groups of groups
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    (`Order Date` - INTERVAL (DAYOFMONTH(`Order Date`) - 1) DAY) AS `Order Date (month)`,
    `Sales`
  FROM `shop`.`orders`
  WHERE `Sales` < 77.125
),
`grouped` AS (
  SELECT
    `Region as read`,
    `Order Date (month)`,
    SUM(CAST(`Sales` AS DOUBLE)) AS `Total Sales`,
    COUNT(*) AS `rows`
  FROM `picked`
  GROUP BY `Region as read`, `Order Date (month)`
),
`kept` AS (
  SELECT
    `Region as read`,
    `Order Date (month)`,
    `Total Sales`,
    `rows`
  FROM `grouped`
  WHERE `rows` > 3
),
`grouped 2` AS (
  SELECT
    `Region as read`,
    AVG(CAST(`Total Sales` AS DOUBLE)) AS `average month`,
    COUNT(CASE WHEN `rows` > 9 THEN 1 END) AS `busy part`,
    COUNT(*) AS `busy whole`
  FROM `kept`
  GROUP BY `Region as read`
),
`shared` AS (
  SELECT
    `grouped 2`.*,
    CAST(`busy part` AS DOUBLE) / NULLIF(SUM(`busy whole`) OVER (), 0) AS `busy`
  FROM `grouped 2`
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `average month`,
  `busy`
FROM `shared`
ORDER BY CASE WHEN `average month` IS NULL THEN 1 ELSE 0 END, `average month` DESC, CASE WHEN `Region as read` IS NULL THEN 1 ELSE 0 END, `Region as read`
LIMIT 10000;

-- names that clash
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Sales as read`,
    `Sales` AS `Sales 3`
  FROM `shop`.`orders`
),
`grouped` AS (
  SELECT
    `Sales as read`,
    SUM(CAST(`Sales 3` AS DOUBLE)) AS `sales 2`
  FROM `picked`
  GROUP BY `Sales as read`
)
SELECT
  CONVERT(`Sales as read` USING utf8mb4) AS `Sales`,
  `sales 2`
FROM `grouped`
ORDER BY CASE WHEN `sales 2` IS NULL THEN 1 ELSE 0 END, `sales 2` DESC, CASE WHEN `Sales as read` IS NULL THEN 1 ELSE 0 END, `Sales as read`
LIMIT 10000;

-- a listing
WITH `picked` AS (
  SELECT
    CAST(`Region` AS BINARY) AS `Region as read`,
    `Sales` AS `Sales as read`,
    `shipped_at` AS `Shipped as read`,
    `line` AS `place`
  FROM `shop`.`orders`
  WHERE CAST(`Region` AS BINARY) IN (CAST('Robert''); DROP TABLE orders; --\\' AS BINARY))
)
SELECT
  CONVERT(`Region as read` USING utf8mb4) AS `Region`,
  `Sales as read` AS `Sales`,
  `Shipped as read` AS `Shipped`
FROM `picked`
ORDER BY CASE WHEN `Sales as read` IS NULL THEN 1 ELSE 0 END, `Sales as read` DESC, `place`
LIMIT 100 OFFSET 200;

-- a listing of what is joined
WITH `picked` AS (
  SELECT
    CAST(`Buyer`.`Segment` AS BINARY) AS `Buyer.Segment as read`,
    CAST(`t`.`Took` * 1000 AS DOUBLE) AS `Took as read`,
    `t`.`line` AS `place`
  FROM `shop`.`orders` `t`
  LEFT JOIN `customers` `Buyer` ON CAST(`t`.`customer_id` AS BINARY) = CAST(`Buyer`.`id` AS BINARY)
)
SELECT
  CONVERT(`Buyer.Segment as read` USING utf8mb4) AS `Buyer.Segment`,
  `Took as read` AS `Took`
FROM `picked`
ORDER BY `place`
LIMIT 10000;
