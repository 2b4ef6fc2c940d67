-- a measure of everything
SELECT SUM(CAST("Sales" AS double precision)) AS "Total Sales"
FROM "shop"."orders"
ORDER BY "Total Sales" DESC NULLS LAST
LIMIT 10000;

-- groups of a column
WITH "grouped" AS (
  SELECT
    "Region",
    SUM(CAST("Sales" AS double precision)) AS "Total Sales"
  FROM "shop"."orders"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Total Sales"
FROM "grouped"
ORDER BY "Total Sales" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10 OFFSET 20;

-- a dimension alone
WITH "grouped" AS (
  SELECT "customer_id" AS "Customer"
  FROM "shop"."orders"
  GROUP BY "customer_id"
)
SELECT "Customer"
FROM "grouped"
ORDER BY ("Customer" COLLATE "C") NULLS LAST
LIMIT 10000;

-- several dimensions
WITH "picked" AS (
  SELECT
    "Region",
    "Paid",
    CAST(date_trunc('month', "Order Date") AS date) AS "Order Date (month)",
    "Sales"
  FROM "shop"."orders"
),
"grouped" AS (
  SELECT
    "Region",
    "Paid",
    "Order Date (month)",
    SUM(CAST("Sales" AS double precision)) AS "Total Sales"
  FROM "picked"
  GROUP BY "Region", "Paid", "Order Date (month)"
)
SELECT
  "Region",
  "Paid",
  "Order Date (month)",
  "Total Sales"
FROM "grouped"
ORDER BY "Order Date (month)" NULLS LAST, ("Region" COLLATE "C") NULLS LAST, "Paid" NULLS LAST
LIMIT 10000;

-- bins of a width
WITH "picked" AS (
  SELECT
    CASE WHEN CAST((FLOOR(CAST("Sales" AS double precision) / 0.25) + 1) AS double precision) / 4 <= "Sales" THEN CAST((FLOOR(CAST("Sales" AS double precision) / 0.25) + 1) AS double precision) / 4 WHEN CAST(FLOOR(CAST("Sales" AS double precision) / 0.25) AS double precision) / 4 > "Sales" THEN CAST((FLOOR(CAST("Sales" AS double precision) / 0.25) - 1) AS double precision) / 4 ELSE CAST(FLOOR(CAST("Sales" AS double precision) / 0.25) AS double precision) / 4 END AS "Sales (bins)",
    FLOOR(CAST(CAST("Took" * 1000 AS double precision) AS double precision) / 60000) * 60000 AS "Took (bins)"
  FROM "shop"."orders"
)
SELECT
  "Sales (bins)",
  "Took (bins)"
FROM "picked"
GROUP BY "Sales (bins)", "Took (bins)"
ORDER BY "Sales (bins)" NULLS LAST, "Took (bins)" NULLS LAST
LIMIT 10000;

-- count of text, filtered
WITH "grouped" AS (
  SELECT
    "Region",
    COUNT("Region") FILTER (WHERE "customer_id" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Count Region"
  FROM "shop"."orders"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Count Region"
FROM "grouped"
ORDER BY "Count Region" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- count of decimal, filtered
WITH "grouped" AS (
  SELECT
    "Region",
    COUNT("Sales") FILTER (WHERE "customer_id" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Count Sales"
  FROM "shop"."orders"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Count Sales"
FROM "grouped"
ORDER BY "Count Sales" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- count of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS double precision) AS "Took",
    "shipped_at" AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
),
"grouped" AS (
  SELECT
    "Region",
    COUNT("Took") FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Count Took"
  FROM "picked"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Count Took"
FROM "grouped"
ORDER BY "Count Took" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- distinct of text, filtered
WITH "grouped" AS (
  SELECT
    "Region",
    COUNT(DISTINCT "Region") FILTER (WHERE "customer_id" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Distinct Region"
  FROM "shop"."orders"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Distinct Region"
FROM "grouped"
ORDER BY "Distinct Region" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- distinct of decimal, filtered
WITH "grouped" AS (
  SELECT
    "Region",
    COUNT(DISTINCT "Sales") FILTER (WHERE "customer_id" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Distinct Sales"
  FROM "shop"."orders"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Distinct Sales"
FROM "grouped"
ORDER BY "Distinct Sales" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- distinct of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS double precision) AS "Took",
    "shipped_at" AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
),
"grouped" AS (
  SELECT
    "Region",
    COUNT(DISTINCT "Took") FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Distinct Took"
  FROM "picked"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Distinct Took"
FROM "grouped"
ORDER BY "Distinct Took" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- sum of decimal, filtered
WITH "grouped" AS (
  SELECT
    "Region",
    SUM(CAST("Sales" AS double precision)) FILTER (WHERE "customer_id" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Total Sales"
  FROM "shop"."orders"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Total Sales"
FROM "grouped"
ORDER BY "Total Sales" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- sum of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS double precision) AS "Took",
    "shipped_at" AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
),
"grouped" AS (
  SELECT
    "Region",
    SUM(CAST("Took" AS double precision)) FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Total Took"
  FROM "picked"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Total Took"
FROM "grouped"
ORDER BY "Total Took" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- mean of decimal, filtered
WITH "grouped" AS (
  SELECT
    "Region",
    AVG(CAST("Sales" AS double precision)) FILTER (WHERE "customer_id" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Average Sales"
  FROM "shop"."orders"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Average Sales"
FROM "grouped"
ORDER BY "Average Sales" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- mean of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS double precision) AS "Took",
    "shipped_at" AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
),
"grouped" AS (
  SELECT
    "Region",
    AVG(CAST("Took" AS double precision)) FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Average Took"
  FROM "picked"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Average Took"
FROM "grouped"
ORDER BY "Average Took" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- median of decimal, filtered
WITH "grouped" AS (
  SELECT
    "Region",
    PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY "Sales") FILTER (WHERE "customer_id" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Median Sales"
  FROM "shop"."orders"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Median Sales"
FROM "grouped"
ORDER BY "Median Sales" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- median of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS double precision) AS "Took",
    "shipped_at" AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
),
"grouped" AS (
  SELECT
    "Region",
    PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY "Took") FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Median Took"
  FROM "picked"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Median Took"
FROM "grouped"
ORDER BY "Median Took" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- min of text, filtered
WITH "grouped" AS (
  SELECT
    "Region",
    MIN(("Region" COLLATE "C")) FILTER (WHERE "customer_id" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Lowest Region"
  FROM "shop"."orders"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Lowest Region"
FROM "grouped"
ORDER BY ("Lowest Region" COLLATE "C") DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- min of decimal, filtered
WITH "grouped" AS (
  SELECT
    "Region",
    MIN("Sales") FILTER (WHERE "customer_id" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Lowest Sales"
  FROM "shop"."orders"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Lowest Sales"
FROM "grouped"
ORDER BY "Lowest Sales" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- min of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS double precision) AS "Took",
    "shipped_at" AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
),
"grouped" AS (
  SELECT
    "Region",
    MIN("Took") FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Lowest Took"
  FROM "picked"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Lowest Took"
FROM "grouped"
ORDER BY "Lowest Took" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- max of text, filtered
WITH "grouped" AS (
  SELECT
    "Region",
    MAX(("Region" COLLATE "C")) FILTER (WHERE "customer_id" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Highest Region"
  FROM "shop"."orders"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Highest Region"
FROM "grouped"
ORDER BY ("Highest Region" COLLATE "C") DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- max of decimal, filtered
WITH "grouped" AS (
  SELECT
    "Region",
    MAX("Sales") FILTER (WHERE "customer_id" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Highest Sales"
  FROM "shop"."orders"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Highest Sales"
FROM "grouped"
ORDER BY "Highest Sales" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- max of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS double precision) AS "Took",
    "shipped_at" AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
),
"grouped" AS (
  SELECT
    "Region",
    MAX("Took") FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Highest Took"
  FROM "picked"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Highest Took"
FROM "grouped"
ORDER BY "Highest Took" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- quantile of decimal, filtered
WITH "grouped" AS (
  SELECT
    "Region",
    PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY "Sales") FILTER (WHERE "customer_id" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "90 % quantile of Sales"
  FROM "shop"."orders"
  GROUP BY "Region"
)
SELECT
  "Region",
  "90 % quantile of Sales"
FROM "grouped"
ORDER BY "90 % quantile of Sales" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- quantile of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS double precision) AS "Took",
    "shipped_at" AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
),
"grouped" AS (
  SELECT
    "Region",
    PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY "Took") FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "90 % quantile of Took"
  FROM "picked"
  GROUP BY "Region"
)
SELECT
  "Region",
  "90 % quantile of Took"
FROM "grouped"
ORDER BY "90 % quantile of Took" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- sd of decimal, filtered
WITH "grouped" AS (
  SELECT
    "Region",
    SQRT(VAR_SAMP(CAST("Sales" AS double precision)) FILTER (WHERE "customer_id" IN ('Robert''); DROP TABLE orders; --\', 'b'))) AS "Standard deviation of Sales"
  FROM "shop"."orders"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Standard deviation of Sales"
FROM "grouped"
ORDER BY "Standard deviation of Sales" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- sd of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS double precision) AS "Took",
    "shipped_at" AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
),
"grouped" AS (
  SELECT
    "Region",
    SQRT(VAR_SAMP(CAST("Took" AS double precision)) FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b'))) AS "Standard deviation of Took"
  FROM "picked"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Standard deviation of Took"
FROM "grouped"
ORDER BY "Standard deviation of Took" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- variance of decimal, filtered
WITH "grouped" AS (
  SELECT
    "Region",
    VAR_SAMP(CAST("Sales" AS double precision)) FILTER (WHERE "customer_id" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Variance of Sales"
  FROM "shop"."orders"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Variance of Sales"
FROM "grouped"
ORDER BY "Variance of Sales" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- mode of text, filtered
WITH "picked" AS (
  SELECT
    "Region",
    "shipped_at" AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
),
"counted" AS (
  SELECT
    "picked".*,
    CASE WHEN "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b') THEN "Region" END AS "value"
  FROM "picked"
),
"placed" AS (
  SELECT
    "counted".*,
    COUNT("value") OVER (PARTITION BY "Region", "value") AS "times"
  FROM "counted"
),
"placed 2" AS (
  SELECT
    "placed".*,
    ROW_NUMBER() OVER (PARTITION BY "Region" ORDER BY "times" DESC, ("value" COLLATE "C") NULLS LAST) AS "place"
  FROM "placed"
),
"grouped" AS (
  SELECT
    "Region",
    MAX(CASE WHEN "place" = 1 THEN "value" END) AS "Most frequent Region"
  FROM "placed 2"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Most frequent Region"
FROM "grouped"
ORDER BY ("Most frequent Region" COLLATE "C") DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- mode of decimal, filtered
WITH "picked" AS (
  SELECT
    "Region",
    "Sales",
    "shipped_at" AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
),
"counted" AS (
  SELECT
    "picked".*,
    CASE WHEN "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b') THEN "Sales" END AS "value"
  FROM "picked"
),
"placed" AS (
  SELECT
    "counted".*,
    COUNT("value") OVER (PARTITION BY "Region", "value") AS "times"
  FROM "counted"
),
"placed 2" AS (
  SELECT
    "placed".*,
    ROW_NUMBER() OVER (PARTITION BY "Region" ORDER BY "times" DESC, "value" NULLS LAST) AS "place"
  FROM "placed"
),
"grouped" AS (
  SELECT
    "Region",
    MAX(CASE WHEN "place" = 1 THEN "value" END) AS "Most frequent Sales"
  FROM "placed 2"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Most frequent Sales"
FROM "grouped"
ORDER BY "Most frequent Sales" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- mode of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS double precision) AS "Took",
    "shipped_at" AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
),
"counted" AS (
  SELECT
    "picked".*,
    CASE WHEN "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b') THEN "Took" END AS "value"
  FROM "picked"
),
"placed" AS (
  SELECT
    "counted".*,
    COUNT("value") OVER (PARTITION BY "Region", "value") AS "times"
  FROM "counted"
),
"placed 2" AS (
  SELECT
    "placed".*,
    ROW_NUMBER() OVER (PARTITION BY "Region" ORDER BY "times" DESC, "value" NULLS LAST) AS "place"
  FROM "placed"
),
"grouped" AS (
  SELECT
    "Region",
    MAX(CASE WHEN "place" = 1 THEN "value" END) AS "Most frequent Took"
  FROM "placed 2"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Most frequent Took"
FROM "grouped"
ORDER BY "Most frequent Took" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- first of text, filtered
WITH "picked" AS (
  SELECT
    "Region",
    "shipped_at" AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
),
"counted" AS (
  SELECT
    "picked".*,
    CASE WHEN ("Customer" IN ('Robert''); DROP TABLE orders; --\', 'b') AND "Region" IS NOT NULL AND "Shipped" IS NOT NULL) THEN 1 ELSE 0 END AS "counts"
  FROM "picked"
),
"placed" AS (
  SELECT
    "counted".*,
    ROW_NUMBER() OVER (PARTITION BY "Region" ORDER BY "counts" DESC, "Shipped" NULLS LAST, ("Region" COLLATE "C") NULLS LAST) AS "place"
  FROM "counted"
),
"grouped" AS (
  SELECT
    "Region",
    MAX(CASE WHEN "place" = 1 AND "counts" = 1 THEN "Region" END) AS "First Region"
  FROM "placed"
  GROUP BY "Region"
)
SELECT
  "Region",
  "First Region"
FROM "grouped"
ORDER BY ("First Region" COLLATE "C") DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- first of decimal, filtered
WITH "picked" AS (
  SELECT
    "Region",
    "Sales",
    "shipped_at" AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
),
"counted" AS (
  SELECT
    "picked".*,
    CASE WHEN ("Customer" IN ('Robert''); DROP TABLE orders; --\', 'b') AND "Sales" IS NOT NULL AND "Shipped" IS NOT NULL) THEN 1 ELSE 0 END AS "counts"
  FROM "picked"
),
"placed" AS (
  SELECT
    "counted".*,
    ROW_NUMBER() OVER (PARTITION BY "Region" ORDER BY "counts" DESC, "Shipped" NULLS LAST, "Sales" NULLS LAST) AS "place"
  FROM "counted"
),
"grouped" AS (
  SELECT
    "Region",
    MAX(CASE WHEN "place" = 1 AND "counts" = 1 THEN "Sales" END) AS "First Sales"
  FROM "placed"
  GROUP BY "Region"
)
SELECT
  "Region",
  "First Sales"
FROM "grouped"
ORDER BY "First Sales" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- first of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS double precision) AS "Took",
    "shipped_at" AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
),
"counted" AS (
  SELECT
    "picked".*,
    CASE WHEN ("Customer" IN ('Robert''); DROP TABLE orders; --\', 'b') AND "Took" IS NOT NULL AND "Shipped" IS NOT NULL) THEN 1 ELSE 0 END AS "counts"
  FROM "picked"
),
"placed" AS (
  SELECT
    "counted".*,
    ROW_NUMBER() OVER (PARTITION BY "Region" ORDER BY "counts" DESC, "Shipped" NULLS LAST, "Took" NULLS LAST) AS "place"
  FROM "counted"
),
"grouped" AS (
  SELECT
    "Region",
    MAX(CASE WHEN "place" = 1 AND "counts" = 1 THEN "Took" END) AS "First Took"
  FROM "placed"
  GROUP BY "Region"
)
SELECT
  "Region",
  "First Took"
FROM "grouped"
ORDER BY "First Took" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- last of text, filtered
WITH "picked" AS (
  SELECT
    "Region",
    "shipped_at" AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
),
"counted" AS (
  SELECT
    "picked".*,
    CASE WHEN ("Customer" IN ('Robert''); DROP TABLE orders; --\', 'b') AND "Region" IS NOT NULL AND "Shipped" IS NOT NULL) THEN 1 ELSE 0 END AS "counts"
  FROM "picked"
),
"placed" AS (
  SELECT
    "counted".*,
    ROW_NUMBER() OVER (PARTITION BY "Region" ORDER BY "counts" DESC, "Shipped" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST) AS "place"
  FROM "counted"
),
"grouped" AS (
  SELECT
    "Region",
    MAX(CASE WHEN "place" = 1 AND "counts" = 1 THEN "Region" END) AS "Last Region"
  FROM "placed"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Last Region"
FROM "grouped"
ORDER BY ("Last Region" COLLATE "C") DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- last of decimal, filtered
WITH "picked" AS (
  SELECT
    "Region",
    "Sales",
    "shipped_at" AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
),
"counted" AS (
  SELECT
    "picked".*,
    CASE WHEN ("Customer" IN ('Robert''); DROP TABLE orders; --\', 'b') AND "Sales" IS NOT NULL AND "Shipped" IS NOT NULL) THEN 1 ELSE 0 END AS "counts"
  FROM "picked"
),
"placed" AS (
  SELECT
    "counted".*,
    ROW_NUMBER() OVER (PARTITION BY "Region" ORDER BY "counts" DESC, "Shipped" DESC NULLS LAST, "Sales" NULLS LAST) AS "place"
  FROM "counted"
),
"grouped" AS (
  SELECT
    "Region",
    MAX(CASE WHEN "place" = 1 AND "counts" = 1 THEN "Sales" END) AS "Last Sales"
  FROM "placed"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Last Sales"
FROM "grouped"
ORDER BY "Last Sales" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- last of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS double precision) AS "Took",
    "shipped_at" AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
),
"counted" AS (
  SELECT
    "picked".*,
    CASE WHEN ("Customer" IN ('Robert''); DROP TABLE orders; --\', 'b') AND "Took" IS NOT NULL AND "Shipped" IS NOT NULL) THEN 1 ELSE 0 END AS "counts"
  FROM "picked"
),
"placed" AS (
  SELECT
    "counted".*,
    ROW_NUMBER() OVER (PARTITION BY "Region" ORDER BY "counts" DESC, "Shipped" DESC NULLS LAST, "Took" NULLS LAST) AS "place"
  FROM "counted"
),
"grouped" AS (
  SELECT
    "Region",
    MAX(CASE WHEN "place" = 1 AND "counts" = 1 THEN "Took" END) AS "Last Took"
  FROM "placed"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Last Took"
FROM "grouped"
ORDER BY "Last Took" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- hour by local time
WITH "picked" AS (
  SELECT
    "shipped_at" AS "Shipped",
    CASE
      WHEN "shipped_at" < TIMESTAMP '1854-06-27 18:06:32.000' THEN 21208
      WHEN "shipped_at" < TIMESTAMP '1869-12-31 18:06:40.000' THEN 21200
      WHEN "shipped_at" < TIMESTAMP '1905-12-31 18:38:50.000' THEN 19270
      WHEN "shipped_at" < TIMESTAMP '1941-09-30 18:30:00.000' THEN 19800
      WHEN "shipped_at" < TIMESTAMP '1942-05-14 17:30:00.000' THEN 23400
      WHEN "shipped_at" < TIMESTAMP '1942-08-31 18:30:00.000' THEN 19800
      WHEN "shipped_at" < TIMESTAMP '1945-10-14 17:30:00.000' THEN 23400
      ELSE 19800
    END AS "Shipped offset"
  FROM "shop"."orders"
),
"cut" AS (
  SELECT
    "picked".*,
    date_trunc('hour', "Shipped" + ("Shipped offset") * INTERVAL '1 second') + (-("Shipped offset")) * INTERVAL '1 second' AS "Shipped (hour)"
  FROM "picked"
)
SELECT "Shipped (hour)"
FROM "cut"
GROUP BY "Shipped (hour)"
ORDER BY "Shipped (hour)" NULLS LAST
LIMIT 10000;

-- day by local time
WITH "picked" AS (
  SELECT
    "shipped_at" AS "Shipped",
    CASE
      WHEN "shipped_at" < TIMESTAMP '1854-06-27 18:06:32.000' THEN 21208
      WHEN "shipped_at" < TIMESTAMP '1869-12-31 18:06:40.000' THEN 21200
      WHEN "shipped_at" < TIMESTAMP '1905-12-31 18:38:50.000' THEN 19270
      WHEN "shipped_at" < TIMESTAMP '1941-09-30 18:30:00.000' THEN 19800
      WHEN "shipped_at" < TIMESTAMP '1942-05-14 17:30:00.000' THEN 23400
      WHEN "shipped_at" < TIMESTAMP '1942-08-31 18:30:00.000' THEN 19800
      WHEN "shipped_at" < TIMESTAMP '1945-10-14 17:30:00.000' THEN 23400
      ELSE 19800
    END AS "Shipped offset"
  FROM "shop"."orders"
),
"cut" AS (
  SELECT
    "picked".*,
    CAST("Shipped" + ("Shipped offset") * INTERVAL '1 second' AS date) AS "Shipped (day)"
  FROM "picked"
)
SELECT "Shipped (day)"
FROM "cut"
GROUP BY "Shipped (day)"
ORDER BY "Shipped (day)" NULLS LAST
LIMIT 10000;

-- week by local time
WITH "picked" AS (
  SELECT
    "shipped_at" AS "Shipped",
    CASE
      WHEN "shipped_at" < TIMESTAMP '1854-06-27 18:06:32.000' THEN 21208
      WHEN "shipped_at" < TIMESTAMP '1869-12-31 18:06:40.000' THEN 21200
      WHEN "shipped_at" < TIMESTAMP '1905-12-31 18:38:50.000' THEN 19270
      WHEN "shipped_at" < TIMESTAMP '1941-09-30 18:30:00.000' THEN 19800
      WHEN "shipped_at" < TIMESTAMP '1942-05-14 17:30:00.000' THEN 23400
      WHEN "shipped_at" < TIMESTAMP '1942-08-31 18:30:00.000' THEN 19800
      WHEN "shipped_at" < TIMESTAMP '1945-10-14 17:30:00.000' THEN 23400
      ELSE 19800
    END AS "Shipped offset"
  FROM "shop"."orders"
),
"cut" AS (
  SELECT
    "picked".*,
    CAST("Shipped" + ("Shipped offset") * INTERVAL '1 second' AS date) + CAST(-(MOD(CAST(EXTRACT(ISODOW FROM CAST("Shipped" + ("Shipped offset") * INTERVAL '1 second' AS date)) AS integer), 7)) AS integer) AS "Shipped (week)"
  FROM "picked"
)
SELECT "Shipped (week)"
FROM "cut"
GROUP BY "Shipped (week)"
ORDER BY "Shipped (week)" NULLS LAST
LIMIT 10000;

-- month by local time
WITH "picked" AS (
  SELECT
    "shipped_at" AS "Shipped",
    CASE
      WHEN "shipped_at" < TIMESTAMP '1854-06-27 18:06:32.000' THEN 21208
      WHEN "shipped_at" < TIMESTAMP '1869-12-31 18:06:40.000' THEN 21200
      WHEN "shipped_at" < TIMESTAMP '1905-12-31 18:38:50.000' THEN 19270
      WHEN "shipped_at" < TIMESTAMP '1941-09-30 18:30:00.000' THEN 19800
      WHEN "shipped_at" < TIMESTAMP '1942-05-14 17:30:00.000' THEN 23400
      WHEN "shipped_at" < TIMESTAMP '1942-08-31 18:30:00.000' THEN 19800
      WHEN "shipped_at" < TIMESTAMP '1945-10-14 17:30:00.000' THEN 23400
      ELSE 19800
    END AS "Shipped offset"
  FROM "shop"."orders"
),
"cut" AS (
  SELECT
    "picked".*,
    CAST(date_trunc('month', CAST("Shipped" + ("Shipped offset") * INTERVAL '1 second' AS date)) AS date) AS "Shipped (month)"
  FROM "picked"
)
SELECT "Shipped (month)"
FROM "cut"
GROUP BY "Shipped (month)"
ORDER BY "Shipped (month)" NULLS LAST
LIMIT 10000;

-- quarter by local time
WITH "picked" AS (
  SELECT
    "shipped_at" AS "Shipped",
    CASE
      WHEN "shipped_at" < TIMESTAMP '1854-06-27 18:06:32.000' THEN 21208
      WHEN "shipped_at" < TIMESTAMP '1869-12-31 18:06:40.000' THEN 21200
      WHEN "shipped_at" < TIMESTAMP '1905-12-31 18:38:50.000' THEN 19270
      WHEN "shipped_at" < TIMESTAMP '1941-09-30 18:30:00.000' THEN 19800
      WHEN "shipped_at" < TIMESTAMP '1942-05-14 17:30:00.000' THEN 23400
      WHEN "shipped_at" < TIMESTAMP '1942-08-31 18:30:00.000' THEN 19800
      WHEN "shipped_at" < TIMESTAMP '1945-10-14 17:30:00.000' THEN 23400
      ELSE 19800
    END AS "Shipped offset"
  FROM "shop"."orders"
),
"cut" AS (
  SELECT
    "picked".*,
    CAST(CAST(date_trunc('month', CAST("Shipped" + ("Shipped offset") * INTERVAL '1 second' AS date)) AS date) + (-(MOD((CAST(EXTRACT(MONTH FROM CAST("Shipped" + ("Shipped offset") * INTERVAL '1 second' AS date)) AS integer) + 8), 3))) * INTERVAL '1 month' AS date) AS "Shipped (quarter)"
  FROM "picked"
)
SELECT "Shipped (quarter)"
FROM "cut"
GROUP BY "Shipped (quarter)"
ORDER BY "Shipped (quarter)" NULLS LAST
LIMIT 10000;

-- year by local time
WITH "picked" AS (
  SELECT
    "shipped_at" AS "Shipped",
    CASE
      WHEN "shipped_at" < TIMESTAMP '1854-06-27 18:06:32.000' THEN 21208
      WHEN "shipped_at" < TIMESTAMP '1869-12-31 18:06:40.000' THEN 21200
      WHEN "shipped_at" < TIMESTAMP '1905-12-31 18:38:50.000' THEN 19270
      WHEN "shipped_at" < TIMESTAMP '1941-09-30 18:30:00.000' THEN 19800
      WHEN "shipped_at" < TIMESTAMP '1942-05-14 17:30:00.000' THEN 23400
      WHEN "shipped_at" < TIMESTAMP '1942-08-31 18:30:00.000' THEN 19800
      WHEN "shipped_at" < TIMESTAMP '1945-10-14 17:30:00.000' THEN 23400
      ELSE 19800
    END AS "Shipped offset"
  FROM "shop"."orders"
),
"cut" AS (
  SELECT
    "picked".*,
    CAST(CAST(date_trunc('month', CAST("Shipped" + ("Shipped offset") * INTERVAL '1 second' AS date)) AS date) + (-(MOD((CAST(EXTRACT(MONTH FROM CAST("Shipped" + ("Shipped offset") * INTERVAL '1 second' AS date)) AS integer) + 8), 12))) * INTERVAL '1 month' AS date) AS "Shipped (year)"
  FROM "picked"
)
SELECT "Shipped (year)"
FROM "cut"
GROUP BY "Shipped (year)"
ORDER BY "Shipped (year)" NULLS LAST
LIMIT 10000;

-- hourOfDay by local time
WITH "picked" AS (
  SELECT CAST(EXTRACT(HOUR FROM "shipped_at" + (7200) * INTERVAL '1 second') AS integer) AS "Shipped (hour of day)"
  FROM "shop"."orders"
)
SELECT "Shipped (hour of day)"
FROM "picked"
GROUP BY "Shipped (hour of day)"
ORDER BY "Shipped (hour of day)" NULLS LAST
LIMIT 10000;

-- dayOfWeek by local time
WITH "picked" AS (
  SELECT CAST(EXTRACT(ISODOW FROM CAST("shipped_at" + (7200) * INTERVAL '1 second' AS date)) AS integer) AS "Shipped (day of week)"
  FROM "shop"."orders"
),
"grouped" AS (
  SELECT "Shipped (day of week)"
  FROM "picked"
  GROUP BY "Shipped (day of week)"
)
SELECT "Shipped (day of week)"
FROM "grouped"
ORDER BY (MOD("Shipped (day of week)", 7)) NULLS LAST, "Shipped (day of week)" NULLS LAST
LIMIT 10000;

-- dayOfMonth by local time
WITH "picked" AS (
  SELECT CAST(EXTRACT(DAY FROM CAST("shipped_at" + (7200) * INTERVAL '1 second' AS date)) AS integer) AS "Shipped (day of month)"
  FROM "shop"."orders"
)
SELECT "Shipped (day of month)"
FROM "picked"
GROUP BY "Shipped (day of month)"
ORDER BY "Shipped (day of month)" NULLS LAST
LIMIT 10000;

-- dayOfYear by local time
WITH "picked" AS (
  SELECT CAST(EXTRACT(DOY FROM CAST("shipped_at" + (7200) * INTERVAL '1 second' AS date)) AS integer) AS "Shipped (day of year)"
  FROM "shop"."orders"
)
SELECT "Shipped (day of year)"
FROM "picked"
GROUP BY "Shipped (day of year)"
ORDER BY "Shipped (day of year)" NULLS LAST
LIMIT 10000;

-- weekOfYear by local time
WITH "picked" AS (
  SELECT ((CAST(EXTRACT(DOY FROM CAST("shipped_at" + (7200) * INTERVAL '1 second' AS date) + CAST(3 - (MOD(CAST(EXTRACT(ISODOW FROM CAST("shipped_at" + (7200) * INTERVAL '1 second' AS date)) AS integer), 7)) AS integer)) AS integer) - 1) - (MOD((CAST(EXTRACT(DOY FROM CAST("shipped_at" + (7200) * INTERVAL '1 second' AS date) + CAST(3 - (MOD(CAST(EXTRACT(ISODOW FROM CAST("shipped_at" + (7200) * INTERVAL '1 second' AS date)) AS integer), 7)) AS integer)) AS integer) - 1), 7))) / 7 + 1 AS "Shipped (week of year)"
  FROM "shop"."orders"
)
SELECT "Shipped (week of year)"
FROM "picked"
GROUP BY "Shipped (week of year)"
ORDER BY "Shipped (week of year)" NULLS LAST
LIMIT 10000;

-- monthOfYear by local time
WITH "picked" AS (
  SELECT CAST(EXTRACT(MONTH FROM CAST("shipped_at" + (7200) * INTERVAL '1 second' AS date)) AS integer) AS "Shipped (month of year)"
  FROM "shop"."orders"
)
SELECT "Shipped (month of year)"
FROM "picked"
GROUP BY "Shipped (month of year)"
ORDER BY "Shipped (month of year)" NULLS LAST
LIMIT 10000;

-- quarterOfYear by local time
WITH "picked" AS (
  SELECT ((MOD((CAST(EXTRACT(MONTH FROM CAST("shipped_at" + (7200) * INTERVAL '1 second' AS date)) AS integer) + 8), 12)) - (MOD((MOD((CAST(EXTRACT(MONTH FROM CAST("shipped_at" + (7200) * INTERVAL '1 second' AS date)) AS integer) + 8), 12)), 3))) / 3 + 1 AS "Shipped (quarter of year)"
  FROM "shop"."orders"
)
SELECT "Shipped (quarter of year)"
FROM "picked"
GROUP BY "Shipped (quarter of year)"
ORDER BY "Shipped (quarter of year)" NULLS LAST
LIMIT 10000;

-- share of everything
WITH "grouped" AS (
  SELECT
    "Region",
    SUM(CAST("Sales" AS double precision)) AS "Share of total Sales part",
    SUM(CAST("Sales" AS double precision)) AS "Share of total Sales whole"
  FROM "shop"."orders"
  GROUP BY "Region"
),
"shared" AS (
  SELECT
    "grouped".*,
    CAST("Share of total Sales part" AS double precision) / NULLIF(SUM("Share of total Sales whole") OVER (), 0) AS "Share of total Sales"
  FROM "grouped"
)
SELECT
  "Region",
  "Share of total Sales"
FROM "shared"
ORDER BY "Share of total Sales" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- share of the group
WITH "grouped" AS (
  SELECT
    "Region",
    COUNT(*) FILTER (WHERE "Paid" IN (TRUE)) AS "Share of rows part",
    COUNT(*) AS "Share of rows whole"
  FROM "shop"."orders"
  GROUP BY "Region"
),
"shared" AS (
  SELECT
    "grouped".*,
    CAST("Share of rows part" AS double precision) / NULLIF("Share of rows whole", 0) AS "Share of rows"
  FROM "grouped"
)
SELECT
  "Region",
  "Share of rows"
FROM "shared"
ORDER BY "Share of rows" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- share of different values within a dimension
WITH "picked" AS (
  SELECT
    "Region",
    CAST(date_trunc('month', "Order Date") AS date) AS "Order Date (month)",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
),
"placed" AS (
  SELECT
    "picked".*,
    ROW_NUMBER() OVER (PARTITION BY "Region", "Customer" ORDER BY "Customer") AS "place"
  FROM "picked"
),
"grouped" AS (
  SELECT
    "Region",
    "Order Date (month)",
    COUNT(DISTINCT "Customer") AS "Share of distinct Customer part",
    SUM(CASE WHEN "place" = 1 AND "Customer" IS NOT NULL THEN 1 ELSE 0 END) AS "Share of distinct Customer whole"
  FROM "placed"
  GROUP BY "Region", "Order Date (month)"
),
"shared" AS (
  SELECT
    "grouped".*,
    CAST("Share of distinct Customer part" AS double precision) / NULLIF(SUM("Share of distinct Customer whole") OVER (PARTITION BY "Region"), 0) AS "Share of distinct Customer"
  FROM "grouped"
)
SELECT
  "Region",
  "Order Date (month)",
  "Share of distinct Customer"
FROM "shared"
ORDER BY "Order Date (month)" NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- running total, moving average and rank
WITH "picked" AS (
  SELECT
    CAST(date_trunc('month', "Order Date") AS date) AS "Order Date (month)",
    "Region",
    "Sales"
  FROM "shop"."orders"
),
"grouped" AS (
  SELECT
    "Order Date (month)",
    "Region",
    SUM(CAST("Sales" AS double precision)) AS "Running total of total Sales alone",
    SUM(CAST("Sales" AS double precision)) AS "Moving average of total Sales alone",
    SUM(CAST("Sales" AS double precision)) AS "Rank by total Sales alone"
  FROM "picked"
  GROUP BY "Order Date (month)", "Region"
),
"along" AS (
  SELECT
    "grouped".*,
    SUM("Running total of total Sales alone") OVER (PARTITION BY "Region" ORDER BY "Order Date (month)" NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "Running total of total Sales",
    AVG(CAST("Moving average of total Sales alone" AS double precision)) OVER (PARTITION BY "Region" ORDER BY "Order Date (month)" NULLS LAST ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS "Moving average of total Sales",
    CASE WHEN "Rank by total Sales alone" IS NOT NULL THEN RANK() OVER (ORDER BY "Rank by total Sales alone" DESC NULLS LAST) END AS "Rank by total Sales"
  FROM "grouped"
)
SELECT
  "Order Date (month)",
  "Region",
  "Running total of total Sales",
  "Moving average of total Sales",
  "Rank by total Sales"
FROM "along"
ORDER BY "Order Date (month)" NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- having, sort and page
WITH "grouped" AS (
  SELECT
    "Region",
    SUM(CAST("Sales" AS double precision)) AS "Total Sales"
  FROM "shop"."orders"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Total Sales"
FROM "grouped"
WHERE "Total Sales" > 1234.5
ORDER BY ("Region" COLLATE "C") DESC NULLS LAST
LIMIT 5 OFFSET 5;

-- what is joined
WITH "picked" AS (
  SELECT
    "Buyer"."Segment" AS "Buyer.Segment",
    "t"."Sales"
  FROM "shop"."orders" "t"
  LEFT JOIN "customers" "Buyer" ON "t"."customer_id" = "Buyer"."id"
  WHERE "Buyer"."Segment" IN ('Robert''); DROP TABLE orders; --\')
),
"grouped" AS (
  SELECT
    "Buyer.Segment",
    SUM(CAST("Sales" AS double precision)) AS "Total Sales"
  FROM "picked"
  GROUP BY "Buyer.Segment"
)
SELECT
  "Buyer.Segment",
  "Total Sales"
FROM "grouped"
ORDER BY "Total Sales" DESC NULLS LAST, ("Buyer.Segment" COLLATE "C") NULLS LAST
LIMIT 10000;

-- filters of every kind
SELECT COUNT(*) AS "Rows"
FROM "shop"."orders"
WHERE ("Region" IS NOT NULL OR 1 = 1)
  AND STRPOS(LOWER("Region" COLLATE "und-x-icu"), 'robert''); drop table orders; --\') > 0
  AND STRPOS(LOWER("Region" COLLATE "und-x-icu"), 'ü') = 1
  AND "Region" IS NOT NULL
  AND ("Region" COLLATE "C") BETWEEN ('Robert''); DROP TABLE orders; --\' COLLATE "C") AND ('z' COLLATE "C")
  AND "Sales" < 77.125
  AND 1 = 0
  AND (("Order Date" >= DATE '2024-03-01' AND "Order Date" < DATE '2024-04-01') OR "Order Date" = DATE '2024-05-01')
  AND "shipped_at" >= TIMESTAMP '2024-03-10 08:30:00.001'
  AND (CAST(EXTRACT(ISODOW FROM "Order Date") AS integer)) IN (6, 7)
  AND 1 = 0
  AND CAST("Took" * 1000 AS double precision) <= 5400000
  AND (NOT ("Paid" IN (TRUE)) OR "Paid" IS NULL)
ORDER BY "Rows" DESC NULLS LAST
LIMIT 10000;

-- groups of groups
WITH "picked" AS (
  SELECT
    "Region",
    CAST(date_trunc('month', "Order Date") AS date) AS "Order Date (month)",
    "Sales"
  FROM "shop"."orders"
  WHERE "Sales" < 77.125
),
"grouped" AS (
  SELECT
    "Region",
    "Order Date (month)",
    SUM(CAST("Sales" AS double precision)) AS "Total Sales",
    COUNT(*) AS "rows"
  FROM "picked"
  GROUP BY "Region", "Order Date (month)"
),
"kept" AS (
  SELECT
    "Region",
    "Order Date (month)",
    "Total Sales",
    "rows"
  FROM "grouped"
  WHERE "rows" > 3
),
"grouped 2" AS (
  SELECT
    "Region",
    AVG(CAST("Total Sales" AS double precision)) AS "average month",
    COUNT(*) FILTER (WHERE "rows" > 9) AS "busy part",
    COUNT(*) AS "busy whole"
  FROM "kept"
  GROUP BY "Region"
),
"shared" AS (
  SELECT
    "grouped 2".*,
    CAST("busy part" AS double precision) / NULLIF(SUM("busy whole") OVER (), 0) AS "busy"
  FROM "grouped 2"
)
SELECT
  "Region",
  "average month",
  "busy"
FROM "shared"
ORDER BY "average month" DESC NULLS LAST, ("Region" COLLATE "C") NULLS LAST
LIMIT 10000;

-- names that clash
WITH "picked" AS (
  SELECT
    "Region" AS "Sales",
    "Sales" AS "Sales 3"
  FROM "shop"."orders"
),
"grouped" AS (
  SELECT
    "Sales",
    SUM(CAST("Sales 3" AS double precision)) AS "sales 2"
  FROM "picked"
  GROUP BY "Sales"
)
SELECT
  "Sales",
  "sales 2"
FROM "grouped"
ORDER BY "sales 2" DESC NULLS LAST, ("Sales" COLLATE "C") NULLS LAST
LIMIT 10000;

-- a listing
WITH "picked" AS (
  SELECT
    "Region" AS "Region as read",
    "Sales" AS "Sales as read",
    "shipped_at" AS "Shipped as read",
    "line" AS "place"
  FROM "shop"."orders"
  WHERE "Region" IN ('Robert''); DROP TABLE orders; --\')
)
SELECT
  "Region as read" AS "Region",
  "Sales as read" AS "Sales",
  "Shipped as read" AS "Shipped"
FROM "picked"
ORDER BY "Sales as read" DESC NULLS LAST, "place"
LIMIT 100 OFFSET 200;

-- a listing of what is joined
WITH "picked" AS (
  SELECT
    "Buyer"."Segment" AS "Buyer.Segment as read",
    CAST("t"."Took" * 1000 AS double precision) AS "Took as read",
    "t"."line" AS "place"
  FROM "shop"."orders" "t"
  LEFT JOIN "customers" "Buyer" ON "t"."customer_id" = "Buyer"."id"
)
SELECT
  "Buyer.Segment as read" AS "Buyer.Segment",
  "Took as read" AS "Took"
FROM "picked"
ORDER BY "place"
LIMIT 10000;
