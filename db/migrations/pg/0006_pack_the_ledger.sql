-- The approved figures of a filing become one packed row (db/store/packed-figures.ts tells how); what was approved is carried over.
CREATE TABLE "cell_lists" (
	"hash" text PRIMARY KEY NOT NULL,
	"cells" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "checked_books" (
	"year" bigint NOT NULL,
	"unit_id" text NOT NULL,
	"quarter" bigint NOT NULL,
	"filing_id" text NOT NULL,
	"submission_number" bigint NOT NULL,
	"cell_list" text NOT NULL,
	"figures" text NOT NULL,
	CONSTRAINT "checked_books_year_unit_id_quarter_pk" PRIMARY KEY("year","unit_id","quarter")
);
--> statement-breakpoint
ALTER TABLE "checked_books" ADD CONSTRAINT "checked_books_cell_list_cell_lists_hash_fk" FOREIGN KEY ("cell_list") REFERENCES "public"."cell_lists"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "checked_books_filing" ON "checked_books" USING btree ("filing_id");
--> statement-breakpoint
INSERT INTO "cell_lists" ("hash", "cells")
SELECT encode(sha256(convert_to("cells", 'UTF8')), 'hex'), "cells" FROM (
	SELECT DISTINCT string_agg("cell", ',' ORDER BY "cell" COLLATE "C") AS "cells" FROM "checked_figures" GROUP BY "filing_id"
) AS "lists";
--> statement-breakpoint
INSERT INTO "checked_books" ("year", "unit_id", "quarter", "filing_id", "submission_number", "cell_list", "figures")
SELECT "year", "unit_id", "quarter", "filing_id", "submission_number",
	encode(sha256(convert_to(string_agg("cell", ',' ORDER BY "cell" COLLATE "C"), 'UTF8')), 'hex'),
	'1;' || string_agg(
		CASE WHEN NOT "is_applicable" THEN '/' WHEN "decimals" = 0 THEN "value"::text ELSE "value" || ':' || "decimals" END,
		',' ORDER BY "cell" COLLATE "C"
	) || ';' || ((sum("value") % 1000000000 + 1000000000) % 1000000000)
FROM "checked_figures" GROUP BY "year", "unit_id", "quarter", "filing_id", "submission_number";
--> statement-breakpoint
DROP TABLE "checked_figures";
