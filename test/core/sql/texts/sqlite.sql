-- a measure of everything
SELECT SUM(CAST("Sales" AS REAL)) AS "Total Sales"
FROM "shop"."orders"
ORDER BY "Total Sales" DESC NULLS LAST
LIMIT 10000;

-- groups of a column
SELECT
  "Region",
  SUM(CAST("Sales" AS REAL)) AS "Total Sales"
FROM "shop"."orders"
GROUP BY "Region"
ORDER BY "Total Sales" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10 OFFSET 20;

-- a dimension alone
SELECT "customer_id" AS "Customer"
FROM "shop"."orders"
GROUP BY "customer_id"
ORDER BY "Customer" NULLS LAST
LIMIT 10000;

-- several dimensions
WITH "picked" AS (
  SELECT
    "Region",
    "Paid",
    date(date("Order Date"), 'start of month') AS "Order Date (month)",
    "Sales"
  FROM "shop"."orders"
)
SELECT
  "Region",
  "Paid",
  "Order Date (month)",
  SUM(CAST("Sales" AS REAL)) AS "Total Sales"
FROM "picked"
GROUP BY "Region", "Paid", "Order Date (month)"
ORDER BY "Order Date (month)" NULLS LAST, "Region" NULLS LAST, "Paid" NULLS LAST
LIMIT 10000;

-- bins of a width
WITH "picked" AS (
  SELECT
    CASE WHEN CAST(((CAST(CAST("Sales" AS REAL) / 0.25 AS INTEGER) - (CAST("Sales" AS REAL) / 0.25 < CAST(CAST("Sales" AS REAL) / 0.25 AS INTEGER))) + 1) AS REAL) / 4 <= "Sales" THEN CAST(((CAST(CAST("Sales" AS REAL) / 0.25 AS INTEGER) - (CAST("Sales" AS REAL) / 0.25 < CAST(CAST("Sales" AS REAL) / 0.25 AS INTEGER))) + 1) AS REAL) / 4 WHEN CAST((CAST(CAST("Sales" AS REAL) / 0.25 AS INTEGER) - (CAST("Sales" AS REAL) / 0.25 < CAST(CAST("Sales" AS REAL) / 0.25 AS INTEGER))) AS REAL) / 4 > "Sales" THEN CAST(((CAST(CAST("Sales" AS REAL) / 0.25 AS INTEGER) - (CAST("Sales" AS REAL) / 0.25 < CAST(CAST("Sales" AS REAL) / 0.25 AS INTEGER))) - 1) AS REAL) / 4 ELSE CAST((CAST(CAST("Sales" AS REAL) / 0.25 AS INTEGER) - (CAST("Sales" AS REAL) / 0.25 < CAST(CAST("Sales" AS REAL) / 0.25 AS INTEGER))) AS REAL) / 4 END AS "Sales (bins)",
    (CAST(CAST(CAST("Took" * 1000 AS REAL) AS REAL) / 60000 AS INTEGER) - (CAST(CAST("Took" * 1000 AS REAL) AS REAL) / 60000 < CAST(CAST(CAST("Took" * 1000 AS REAL) AS REAL) / 60000 AS INTEGER))) * 60000 AS "Took (bins)"
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
WITH "picked" AS (
  SELECT
    "Region",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
)
SELECT
  "Region",
  COUNT("Region") FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Count Region"
FROM "picked"
GROUP BY "Region"
ORDER BY "Count Region" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- count of decimal, filtered
WITH "picked" AS (
  SELECT
    "Region",
    "Sales",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
)
SELECT
  "Region",
  COUNT("Sales") FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Count Sales"
FROM "picked"
GROUP BY "Region"
ORDER BY "Count Sales" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- count of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS REAL) AS "Took",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
)
SELECT
  "Region",
  COUNT("Took") FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Count Took"
FROM "picked"
GROUP BY "Region"
ORDER BY "Count Took" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- distinct of text, filtered
WITH "picked" AS (
  SELECT
    "Region",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
)
SELECT
  "Region",
  COUNT(DISTINCT "Region") FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Distinct Region"
FROM "picked"
GROUP BY "Region"
ORDER BY "Distinct Region" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- distinct of decimal, filtered
WITH "picked" AS (
  SELECT
    "Region",
    "Sales",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
)
SELECT
  "Region",
  COUNT(DISTINCT "Sales") FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Distinct Sales"
FROM "picked"
GROUP BY "Region"
ORDER BY "Distinct Sales" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- distinct of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS REAL) AS "Took",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
)
SELECT
  "Region",
  COUNT(DISTINCT "Took") FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Distinct Took"
FROM "picked"
GROUP BY "Region"
ORDER BY "Distinct Took" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- sum of decimal, filtered
WITH "picked" AS (
  SELECT
    "Region",
    "Sales",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
)
SELECT
  "Region",
  SUM(CAST("Sales" AS REAL)) FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Total Sales"
FROM "picked"
GROUP BY "Region"
ORDER BY "Total Sales" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- sum of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS REAL) AS "Took",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
)
SELECT
  "Region",
  SUM(CAST("Took" AS REAL)) FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Total Took"
FROM "picked"
GROUP BY "Region"
ORDER BY "Total Took" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- mean of decimal, filtered
WITH "picked" AS (
  SELECT
    "Region",
    "Sales",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
)
SELECT
  "Region",
  AVG("Sales") FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Average Sales"
FROM "picked"
GROUP BY "Region"
ORDER BY "Average Sales" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- mean of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS REAL) AS "Took",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
)
SELECT
  "Region",
  AVG("Took") FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Average Took"
FROM "picked"
GROUP BY "Region"
ORDER BY "Average Took" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- median of decimal, filtered
WITH "picked" AS (
  SELECT
    "Region",
    "Sales",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
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
    ROW_NUMBER() OVER (PARTITION BY "Region" ORDER BY "value" NULLS LAST) AS "place",
    COUNT("value") OVER (PARTITION BY "Region") AS "values"
  FROM "counted"
),
"placed 2" AS (
  SELECT
    "placed".*,
    0.5 * ("values" - 1) AS "wanted"
  FROM "placed"
)
SELECT
  "Region",
  MAX(CASE WHEN "place" - 1 <= "wanted" AND "place" > "wanted" THEN CAST("value" AS REAL) END) + (MAX(CASE WHEN "place" - 1 >= "wanted" AND "place" - 2 < "wanted" THEN CAST("value" AS REAL) END) - MAX(CASE WHEN "place" - 1 <= "wanted" AND "place" > "wanted" THEN CAST("value" AS REAL) END)) * MAX("wanted" - (CAST("wanted" AS INTEGER) - ("wanted" < CAST("wanted" AS INTEGER)))) AS "Median Sales"
FROM "placed 2"
GROUP BY "Region"
ORDER BY "Median Sales" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- median of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS REAL) AS "Took",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
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
    ROW_NUMBER() OVER (PARTITION BY "Region" ORDER BY "value" NULLS LAST) AS "place",
    COUNT("value") OVER (PARTITION BY "Region") AS "values"
  FROM "counted"
),
"placed 2" AS (
  SELECT
    "placed".*,
    0.5 * ("values" - 1) AS "wanted"
  FROM "placed"
)
SELECT
  "Region",
  MAX(CASE WHEN "place" - 1 <= "wanted" AND "place" > "wanted" THEN CAST("value" AS REAL) END) + (MAX(CASE WHEN "place" - 1 >= "wanted" AND "place" - 2 < "wanted" THEN CAST("value" AS REAL) END) - MAX(CASE WHEN "place" - 1 <= "wanted" AND "place" > "wanted" THEN CAST("value" AS REAL) END)) * MAX("wanted" - (CAST("wanted" AS INTEGER) - ("wanted" < CAST("wanted" AS INTEGER)))) AS "Median Took"
FROM "placed 2"
GROUP BY "Region"
ORDER BY "Median Took" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- min of text, filtered
WITH "picked" AS (
  SELECT
    "Region",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
)
SELECT
  "Region",
  MIN("Region") FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Lowest Region"
FROM "picked"
GROUP BY "Region"
ORDER BY "Lowest Region" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- min of decimal, filtered
WITH "picked" AS (
  SELECT
    "Region",
    "Sales",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
)
SELECT
  "Region",
  MIN("Sales") FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Lowest Sales"
FROM "picked"
GROUP BY "Region"
ORDER BY "Lowest Sales" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- min of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS REAL) AS "Took",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
)
SELECT
  "Region",
  MIN("Took") FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Lowest Took"
FROM "picked"
GROUP BY "Region"
ORDER BY "Lowest Took" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- max of text, filtered
WITH "picked" AS (
  SELECT
    "Region",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
)
SELECT
  "Region",
  MAX("Region") FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Highest Region"
FROM "picked"
GROUP BY "Region"
ORDER BY "Highest Region" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- max of decimal, filtered
WITH "picked" AS (
  SELECT
    "Region",
    "Sales",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
)
SELECT
  "Region",
  MAX("Sales") FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Highest Sales"
FROM "picked"
GROUP BY "Region"
ORDER BY "Highest Sales" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- max of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS REAL) AS "Took",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    "customer_id" AS "Customer"
  FROM "shop"."orders"
)
SELECT
  "Region",
  MAX("Took") FILTER (WHERE "Customer" IN ('Robert''); DROP TABLE orders; --\', 'b')) AS "Highest Took"
FROM "picked"
GROUP BY "Region"
ORDER BY "Highest Took" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- quantile of decimal, filtered
WITH "picked" AS (
  SELECT
    "Region",
    "Sales",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
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
    ROW_NUMBER() OVER (PARTITION BY "Region" ORDER BY "value" NULLS LAST) AS "place",
    COUNT("value") OVER (PARTITION BY "Region") AS "values"
  FROM "counted"
),
"placed 2" AS (
  SELECT
    "placed".*,
    0.9 * ("values" - 1) AS "wanted"
  FROM "placed"
)
SELECT
  "Region",
  MAX(CASE WHEN "place" - 1 <= "wanted" AND "place" > "wanted" THEN CAST("value" AS REAL) END) + (MAX(CASE WHEN "place" - 1 >= "wanted" AND "place" - 2 < "wanted" THEN CAST("value" AS REAL) END) - MAX(CASE WHEN "place" - 1 <= "wanted" AND "place" > "wanted" THEN CAST("value" AS REAL) END)) * MAX("wanted" - (CAST("wanted" AS INTEGER) - ("wanted" < CAST("wanted" AS INTEGER)))) AS "90 % quantile of Sales"
FROM "placed 2"
GROUP BY "Region"
ORDER BY "90 % quantile of Sales" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- quantile of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS REAL) AS "Took",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
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
    ROW_NUMBER() OVER (PARTITION BY "Region" ORDER BY "value" NULLS LAST) AS "place",
    COUNT("value") OVER (PARTITION BY "Region") AS "values"
  FROM "counted"
),
"placed 2" AS (
  SELECT
    "placed".*,
    0.9 * ("values" - 1) AS "wanted"
  FROM "placed"
)
SELECT
  "Region",
  MAX(CASE WHEN "place" - 1 <= "wanted" AND "place" > "wanted" THEN CAST("value" AS REAL) END) + (MAX(CASE WHEN "place" - 1 >= "wanted" AND "place" - 2 < "wanted" THEN CAST("value" AS REAL) END) - MAX(CASE WHEN "place" - 1 <= "wanted" AND "place" > "wanted" THEN CAST("value" AS REAL) END)) * MAX("wanted" - (CAST("wanted" AS INTEGER) - ("wanted" < CAST("wanted" AS INTEGER)))) AS "90 % quantile of Took"
FROM "placed 2"
GROUP BY "Region"
ORDER BY "90 % quantile of Took" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- sd of decimal, filtered
WITH "picked" AS (
  SELECT
    "Region",
    "Sales",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
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
    AVG(CAST("value" AS REAL)) OVER (PARTITION BY "Region") AS "mean"
  FROM "counted"
)
SELECT
  "Region",
  SQRT(SUM((CAST("value" AS REAL) - "mean") * (CAST("value" AS REAL) - "mean")) / NULLIF(COUNT(CAST("value" AS REAL)) - 1, 0)) AS "Standard deviation of Sales"
FROM "placed"
GROUP BY "Region"
ORDER BY "Standard deviation of Sales" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- sd of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS REAL) AS "Took",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
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
    AVG(CAST("value" AS REAL)) OVER (PARTITION BY "Region") AS "mean"
  FROM "counted"
)
SELECT
  "Region",
  SQRT(SUM((CAST("value" AS REAL) - "mean") * (CAST("value" AS REAL) - "mean")) / NULLIF(COUNT(CAST("value" AS REAL)) - 1, 0)) AS "Standard deviation of Took"
FROM "placed"
GROUP BY "Region"
ORDER BY "Standard deviation of Took" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- variance of decimal, filtered
WITH "picked" AS (
  SELECT
    "Region",
    "Sales",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
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
    AVG(CAST("value" AS REAL)) OVER (PARTITION BY "Region") AS "mean"
  FROM "counted"
)
SELECT
  "Region",
  SUM((CAST("value" AS REAL) - "mean") * (CAST("value" AS REAL) - "mean")) / NULLIF(COUNT(CAST("value" AS REAL)) - 1, 0) AS "Variance of Sales"
FROM "placed"
GROUP BY "Region"
ORDER BY "Variance of Sales" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- mode of text, filtered
WITH "picked" AS (
  SELECT
    "Region",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
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
    ROW_NUMBER() OVER (PARTITION BY "Region" ORDER BY "times" DESC, "value" NULLS LAST) AS "place"
  FROM "placed"
)
SELECT
  "Region",
  MAX(CASE WHEN "place" = 1 THEN "value" END) AS "Most frequent Region"
FROM "placed 2"
GROUP BY "Region"
ORDER BY "Most frequent Region" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- mode of decimal, filtered
WITH "picked" AS (
  SELECT
    "Region",
    "Sales",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
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
)
SELECT
  "Region",
  MAX(CASE WHEN "place" = 1 THEN "value" END) AS "Most frequent Sales"
FROM "placed 2"
GROUP BY "Region"
ORDER BY "Most frequent Sales" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- mode of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS REAL) AS "Took",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
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
)
SELECT
  "Region",
  MAX(CASE WHEN "place" = 1 THEN "value" END) AS "Most frequent Took"
FROM "placed 2"
GROUP BY "Region"
ORDER BY "Most frequent Took" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- first of text, filtered
WITH "picked" AS (
  SELECT
    "Region",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
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
    ROW_NUMBER() OVER (PARTITION BY "Region" ORDER BY "counts" DESC, "Shipped" NULLS LAST, "Region" NULLS LAST) AS "place"
  FROM "counted"
)
SELECT
  "Region",
  MAX(CASE WHEN "place" = 1 AND "counts" = 1 THEN "Region" END) AS "First Region"
FROM "placed"
GROUP BY "Region"
ORDER BY "First Region" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- first of decimal, filtered
WITH "picked" AS (
  SELECT
    "Region",
    "Sales",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
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
)
SELECT
  "Region",
  MAX(CASE WHEN "place" = 1 AND "counts" = 1 THEN "Sales" END) AS "First Sales"
FROM "placed"
GROUP BY "Region"
ORDER BY "First Sales" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- first of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS REAL) AS "Took",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
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
)
SELECT
  "Region",
  MAX(CASE WHEN "place" = 1 AND "counts" = 1 THEN "Took" END) AS "First Took"
FROM "placed"
GROUP BY "Region"
ORDER BY "First Took" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- last of text, filtered
WITH "picked" AS (
  SELECT
    "Region",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
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
    ROW_NUMBER() OVER (PARTITION BY "Region" ORDER BY "counts" DESC, "Shipped" DESC NULLS LAST, "Region" NULLS LAST) AS "place"
  FROM "counted"
)
SELECT
  "Region",
  MAX(CASE WHEN "place" = 1 AND "counts" = 1 THEN "Region" END) AS "Last Region"
FROM "placed"
GROUP BY "Region"
ORDER BY "Last Region" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- last of decimal, filtered
WITH "picked" AS (
  SELECT
    "Region",
    "Sales",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
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
)
SELECT
  "Region",
  MAX(CASE WHEN "place" = 1 AND "counts" = 1 THEN "Sales" END) AS "Last Sales"
FROM "placed"
GROUP BY "Region"
ORDER BY "Last Sales" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- last of duration, filtered
WITH "picked" AS (
  SELECT
    "Region",
    CAST("Took" * 1000 AS REAL) AS "Took",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
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
)
SELECT
  "Region",
  MAX(CASE WHEN "place" = 1 AND "counts" = 1 THEN "Took" END) AS "Last Took"
FROM "placed"
GROUP BY "Region"
ORDER BY "Last Took" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- hour by local time
WITH "picked" AS (
  SELECT
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    CASE
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1854-06-27 18:06:32.000' THEN 21208
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1869-12-31 18:06:40.000' THEN 21200
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1905-12-31 18:38:50.000' THEN 19270
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1941-09-30 18:30:00.000' THEN 19800
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1942-05-14 17:30:00.000' THEN 23400
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1942-08-31 18:30:00.000' THEN 19800
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1945-10-14 17:30:00.000' THEN 23400
      ELSE 19800
    END AS "Shipped offset"
  FROM "shop"."orders"
),
"cut" AS (
  SELECT
    "picked".*,
    strftime('%Y-%m-%d %H:%M:%f', strftime('%Y-%m-%d %H:00:00.000', strftime('%Y-%m-%d %H:%M:%f', "Shipped", ("Shipped offset") || ' seconds')), (-("Shipped offset")) || ' seconds') AS "Shipped (hour)"
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
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    CASE
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1854-06-27 18:06:32.000' THEN 21208
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1869-12-31 18:06:40.000' THEN 21200
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1905-12-31 18:38:50.000' THEN 19270
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1941-09-30 18:30:00.000' THEN 19800
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1942-05-14 17:30:00.000' THEN 23400
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1942-08-31 18:30:00.000' THEN 19800
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1945-10-14 17:30:00.000' THEN 23400
      ELSE 19800
    END AS "Shipped offset"
  FROM "shop"."orders"
),
"cut" AS (
  SELECT
    "picked".*,
    date(strftime('%Y-%m-%d %H:%M:%f', "Shipped", ("Shipped offset") || ' seconds')) AS "Shipped (day)"
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
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    CASE
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1854-06-27 18:06:32.000' THEN 21208
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1869-12-31 18:06:40.000' THEN 21200
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1905-12-31 18:38:50.000' THEN 19270
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1941-09-30 18:30:00.000' THEN 19800
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1942-05-14 17:30:00.000' THEN 23400
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1942-08-31 18:30:00.000' THEN 19800
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1945-10-14 17:30:00.000' THEN 23400
      ELSE 19800
    END AS "Shipped offset"
  FROM "shop"."orders"
),
"cut" AS (
  SELECT
    "picked".*,
    date(date(strftime('%Y-%m-%d %H:%M:%f', "Shipped", ("Shipped offset") || ' seconds')), (-(((CAST(strftime('%w', date(strftime('%Y-%m-%d %H:%M:%f', "Shipped", ("Shipped offset") || ' seconds'))) AS INTEGER) + 6) % 7 + 1) % 7)) || ' days') AS "Shipped (week)"
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
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    CASE
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1854-06-27 18:06:32.000' THEN 21208
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1869-12-31 18:06:40.000' THEN 21200
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1905-12-31 18:38:50.000' THEN 19270
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1941-09-30 18:30:00.000' THEN 19800
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1942-05-14 17:30:00.000' THEN 23400
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1942-08-31 18:30:00.000' THEN 19800
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1945-10-14 17:30:00.000' THEN 23400
      ELSE 19800
    END AS "Shipped offset"
  FROM "shop"."orders"
),
"cut" AS (
  SELECT
    "picked".*,
    date(date(strftime('%Y-%m-%d %H:%M:%f', "Shipped", ("Shipped offset") || ' seconds')), 'start of month') AS "Shipped (month)"
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
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    CASE
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1854-06-27 18:06:32.000' THEN 21208
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1869-12-31 18:06:40.000' THEN 21200
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1905-12-31 18:38:50.000' THEN 19270
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1941-09-30 18:30:00.000' THEN 19800
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1942-05-14 17:30:00.000' THEN 23400
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1942-08-31 18:30:00.000' THEN 19800
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1945-10-14 17:30:00.000' THEN 23400
      ELSE 19800
    END AS "Shipped offset"
  FROM "shop"."orders"
),
"cut" AS (
  SELECT
    "picked".*,
    date(date(date(strftime('%Y-%m-%d %H:%M:%f', "Shipped", ("Shipped offset") || ' seconds')), 'start of month'), (-((CAST(strftime('%m', date(strftime('%Y-%m-%d %H:%M:%f', "Shipped", ("Shipped offset") || ' seconds'))) AS INTEGER) + 8) % 3)) || ' months') AS "Shipped (quarter)"
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
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped",
    CASE
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1854-06-27 18:06:32.000' THEN 21208
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1869-12-31 18:06:40.000' THEN 21200
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1905-12-31 18:38:50.000' THEN 19270
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1941-09-30 18:30:00.000' THEN 19800
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1942-05-14 17:30:00.000' THEN 23400
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1942-08-31 18:30:00.000' THEN 19800
      WHEN strftime('%Y-%m-%d %H:%M:%f', "shipped_at") < '1945-10-14 17:30:00.000' THEN 23400
      ELSE 19800
    END AS "Shipped offset"
  FROM "shop"."orders"
),
"cut" AS (
  SELECT
    "picked".*,
    date(date(date(strftime('%Y-%m-%d %H:%M:%f', "Shipped", ("Shipped offset") || ' seconds')), 'start of month'), (-((CAST(strftime('%m', date(strftime('%Y-%m-%d %H:%M:%f', "Shipped", ("Shipped offset") || ' seconds'))) AS INTEGER) + 8) % 12)) || ' months') AS "Shipped (year)"
  FROM "picked"
)
SELECT "Shipped (year)"
FROM "cut"
GROUP BY "Shipped (year)"
ORDER BY "Shipped (year)" NULLS LAST
LIMIT 10000;

-- hourOfDay by local time
WITH "picked" AS (
  SELECT CAST(strftime('%H', strftime('%Y-%m-%d %H:%M:%f', strftime('%Y-%m-%d %H:%M:%f', "shipped_at"), (7200) || ' seconds')) AS INTEGER) AS "Shipped (hour of day)"
  FROM "shop"."orders"
)
SELECT "Shipped (hour of day)"
FROM "picked"
GROUP BY "Shipped (hour of day)"
ORDER BY "Shipped (hour of day)" NULLS LAST
LIMIT 10000;

-- dayOfWeek by local time
WITH "picked" AS (
  SELECT ((CAST(strftime('%w', date(strftime('%Y-%m-%d %H:%M:%f', strftime('%Y-%m-%d %H:%M:%f', "shipped_at"), (7200) || ' seconds'))) AS INTEGER) + 6) % 7 + 1) AS "Shipped (day of week)"
  FROM "shop"."orders"
),
"grouped" AS (
  SELECT "Shipped (day of week)"
  FROM "picked"
  GROUP BY "Shipped (day of week)"
)
SELECT "Shipped (day of week)"
FROM "grouped"
ORDER BY ("Shipped (day of week)" % 7) NULLS LAST, "Shipped (day of week)" NULLS LAST
LIMIT 10000;

-- dayOfMonth by local time
WITH "picked" AS (
  SELECT CAST(strftime('%d', date(strftime('%Y-%m-%d %H:%M:%f', strftime('%Y-%m-%d %H:%M:%f', "shipped_at"), (7200) || ' seconds'))) AS INTEGER) AS "Shipped (day of month)"
  FROM "shop"."orders"
)
SELECT "Shipped (day of month)"
FROM "picked"
GROUP BY "Shipped (day of month)"
ORDER BY "Shipped (day of month)" NULLS LAST
LIMIT 10000;

-- dayOfYear by local time
WITH "picked" AS (
  SELECT CAST(strftime('%j', date(strftime('%Y-%m-%d %H:%M:%f', strftime('%Y-%m-%d %H:%M:%f', "shipped_at"), (7200) || ' seconds'))) AS INTEGER) AS "Shipped (day of year)"
  FROM "shop"."orders"
)
SELECT "Shipped (day of year)"
FROM "picked"
GROUP BY "Shipped (day of year)"
ORDER BY "Shipped (day of year)" NULLS LAST
LIMIT 10000;

-- weekOfYear by local time
WITH "picked" AS (
  SELECT ((CAST(strftime('%j', date(date(strftime('%Y-%m-%d %H:%M:%f', strftime('%Y-%m-%d %H:%M:%f', "shipped_at"), (7200) || ' seconds')), (3 - (((CAST(strftime('%w', date(strftime('%Y-%m-%d %H:%M:%f', strftime('%Y-%m-%d %H:%M:%f', "shipped_at"), (7200) || ' seconds'))) AS INTEGER) + 6) % 7 + 1) % 7)) || ' days')) AS INTEGER) - 1) - ((CAST(strftime('%j', date(date(strftime('%Y-%m-%d %H:%M:%f', strftime('%Y-%m-%d %H:%M:%f', "shipped_at"), (7200) || ' seconds')), (3 - (((CAST(strftime('%w', date(strftime('%Y-%m-%d %H:%M:%f', strftime('%Y-%m-%d %H:%M:%f', "shipped_at"), (7200) || ' seconds'))) AS INTEGER) + 6) % 7 + 1) % 7)) || ' days')) AS INTEGER) - 1) % 7)) / 7 + 1 AS "Shipped (week of year)"
  FROM "shop"."orders"
)
SELECT "Shipped (week of year)"
FROM "picked"
GROUP BY "Shipped (week of year)"
ORDER BY "Shipped (week of year)" NULLS LAST
LIMIT 10000;

-- monthOfYear by local time
WITH "picked" AS (
  SELECT CAST(strftime('%m', date(strftime('%Y-%m-%d %H:%M:%f', strftime('%Y-%m-%d %H:%M:%f', "shipped_at"), (7200) || ' seconds'))) AS INTEGER) AS "Shipped (month of year)"
  FROM "shop"."orders"
)
SELECT "Shipped (month of year)"
FROM "picked"
GROUP BY "Shipped (month of year)"
ORDER BY "Shipped (month of year)" NULLS LAST
LIMIT 10000;

-- quarterOfYear by local time
WITH "picked" AS (
  SELECT (((CAST(strftime('%m', date(strftime('%Y-%m-%d %H:%M:%f', strftime('%Y-%m-%d %H:%M:%f', "shipped_at"), (7200) || ' seconds'))) AS INTEGER) + 8) % 12) - (((CAST(strftime('%m', date(strftime('%Y-%m-%d %H:%M:%f', strftime('%Y-%m-%d %H:%M:%f', "shipped_at"), (7200) || ' seconds'))) AS INTEGER) + 8) % 12) % 3)) / 3 + 1 AS "Shipped (quarter of year)"
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
    SUM(CAST("Sales" AS REAL)) AS "Share of total Sales part",
    SUM(CAST("Sales" AS REAL)) AS "Share of total Sales whole"
  FROM "shop"."orders"
  GROUP BY "Region"
),
"shared" AS (
  SELECT
    "grouped".*,
    CAST("Share of total Sales part" AS REAL) / NULLIF(SUM("Share of total Sales whole") OVER (), 0) AS "Share of total Sales"
  FROM "grouped"
)
SELECT
  "Region",
  "Share of total Sales"
FROM "shared"
ORDER BY "Share of total Sales" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- share of the group
WITH "grouped" AS (
  SELECT
    "Region",
    COUNT(*) FILTER (WHERE "Paid" IN (1)) AS "Share of rows part",
    COUNT(*) AS "Share of rows whole"
  FROM "shop"."orders"
  GROUP BY "Region"
),
"shared" AS (
  SELECT
    "grouped".*,
    CAST("Share of rows part" AS REAL) / NULLIF("Share of rows whole", 0) AS "Share of rows"
  FROM "grouped"
)
SELECT
  "Region",
  "Share of rows"
FROM "shared"
ORDER BY "Share of rows" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- share of different values within a dimension
WITH "picked" AS (
  SELECT
    "Region",
    date(date("Order Date"), 'start of month') AS "Order Date (month)",
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
    CAST("Share of distinct Customer part" AS REAL) / NULLIF(SUM("Share of distinct Customer whole") OVER (PARTITION BY "Region"), 0) AS "Share of distinct Customer"
  FROM "grouped"
)
SELECT
  "Region",
  "Order Date (month)",
  "Share of distinct Customer"
FROM "shared"
ORDER BY "Order Date (month)" NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- running total, moving average and rank
WITH "picked" AS (
  SELECT
    date(date("Order Date"), 'start of month') AS "Order Date (month)",
    "Region",
    "Sales"
  FROM "shop"."orders"
),
"grouped" AS (
  SELECT
    "Order Date (month)",
    "Region",
    SUM(CAST("Sales" AS REAL)) AS "Running total of total Sales alone",
    SUM(CAST("Sales" AS REAL)) AS "Moving average of total Sales alone",
    SUM(CAST("Sales" AS REAL)) AS "Rank by total Sales alone"
  FROM "picked"
  GROUP BY "Order Date (month)", "Region"
),
"along" AS (
  SELECT
    "grouped".*,
    SUM("Running total of total Sales alone") OVER (PARTITION BY "Region" ORDER BY "Order Date (month)" NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "Running total of total Sales",
    AVG(CAST("Moving average of total Sales alone" AS REAL)) OVER (PARTITION BY "Region" ORDER BY "Order Date (month)" NULLS LAST ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS "Moving average of total Sales",
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
ORDER BY "Order Date (month)" NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- having, sort and page
WITH "grouped" AS (
  SELECT
    "Region",
    SUM(CAST("Sales" AS REAL)) AS "Total Sales"
  FROM "shop"."orders"
  GROUP BY "Region"
)
SELECT
  "Region",
  "Total Sales"
FROM "grouped"
WHERE "Total Sales" > 1234.5
ORDER BY "Region" DESC NULLS LAST
LIMIT 5 OFFSET 5;

-- what is joined
WITH "picked" AS (
  SELECT
    "Buyer"."Segment" AS "Buyer.Segment",
    "t"."Sales"
  FROM "shop"."orders" "t"
  LEFT JOIN "customers" "Buyer" ON "t"."customer_id" = "Buyer"."id"
  WHERE "Buyer"."Segment" IN ('Robert''); DROP TABLE orders; --\')
)
SELECT
  "Buyer.Segment",
  SUM(CAST("Sales" AS REAL)) AS "Total Sales"
FROM "picked"
GROUP BY "Buyer.Segment"
ORDER BY "Total Sales" DESC NULLS LAST, "Buyer.Segment" NULLS LAST
LIMIT 10000;

-- filters of every kind
SELECT COUNT(*) AS "Rows"
FROM "shop"."orders"
WHERE ("Region" IS NOT NULL OR 1 = 1)
  AND INSTR(LOWER("Region"), 'robert''); drop table orders; --\') > 0
  AND INSTR(REPLACE(LOWER("Region"), 'Ü', 'ü'), 'ü') = 1
  AND "Region" IS NOT NULL
  AND "Region" BETWEEN 'Robert''); DROP TABLE orders; --\' AND 'z'
  AND "Sales" < 77.125
  AND 1 = 0
  AND ((date("Order Date") >= '2024-03-01' AND date("Order Date") < '2024-04-01') OR date("Order Date") = '2024-05-01')
  AND strftime('%Y-%m-%d %H:%M:%f', "shipped_at") >= '2024-03-10 08:30:00.001'
  AND (((CAST(strftime('%w', date("Order Date")) AS INTEGER) + 6) % 7 + 1)) IN (6, 7)
  AND 1 = 0
  AND CAST("Took" * 1000 AS REAL) <= 5400000
  AND (NOT ("Paid" IN (1)) OR "Paid" IS NULL)
ORDER BY "Rows" DESC NULLS LAST
LIMIT 10000;

-- groups of groups
WITH "picked" AS (
  SELECT
    "Region",
    date(date("Order Date"), 'start of month') AS "Order Date (month)",
    "Sales"
  FROM "shop"."orders"
  WHERE "Sales" < 77.125
),
"grouped" AS (
  SELECT
    "Region",
    "Order Date (month)",
    SUM(CAST("Sales" AS REAL)) AS "Total Sales",
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
    AVG("Total Sales") AS "average month",
    COUNT(*) FILTER (WHERE "rows" > 9) AS "busy part",
    COUNT(*) AS "busy whole"
  FROM "kept"
  GROUP BY "Region"
),
"shared" AS (
  SELECT
    "grouped 2".*,
    CAST("busy part" AS REAL) / NULLIF(SUM("busy whole") OVER (), 0) AS "busy"
  FROM "grouped 2"
)
SELECT
  "Region",
  "average month",
  "busy"
FROM "shared"
ORDER BY "average month" DESC NULLS LAST, "Region" NULLS LAST
LIMIT 10000;

-- names that clash
WITH "picked" AS (
  SELECT
    "Region" AS "Sales",
    "Sales" AS "Sales 3"
  FROM "shop"."orders"
)
SELECT
  "Sales",
  SUM(CAST("Sales 3" AS REAL)) AS "sales 2"
FROM "picked"
GROUP BY "Sales"
ORDER BY "sales 2" DESC NULLS LAST, "Sales" NULLS LAST
LIMIT 10000;

-- a listing
WITH "picked" AS (
  SELECT
    "Region" AS "Region as read",
    "Sales" AS "Sales as read",
    strftime('%Y-%m-%d %H:%M:%f', "shipped_at") AS "Shipped as read",
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
    CAST("t"."Took" * 1000 AS REAL) AS "Took as read",
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
