CREATE TABLE `attempt` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`window_ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `precondition` (
	`held` integer NOT NULL,
	CONSTRAINT "precondition_holds" CHECK("precondition"."held" = 1)
);
--> statement-breakpoint
ALTER TABLE `refresh_token` ADD `uses` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
DROP TABLE `sign_in_guard`;--> statement-breakpoint
-- A token that was used before uses were counted was used once.
UPDATE `refresh_token` SET `uses` = 1 WHERE `used_at` IS NOT NULL;--> statement-breakpoint
-- Edits logged beside an update that matched no row were never applied: while they stand, no edit can follow.
DELETE FROM `dashboard_edit` WHERE `version` > (SELECT `version` FROM `dashboard` WHERE `dashboard`.`id` = `dashboard_edit`.`dashboard_id`);--> statement-breakpoint
-- A dataset whose current version was deleted goes back to its newest version that is ready, else to its newest.
UPDATE `dataset` SET `current_version_id` = (
	SELECT `id` FROM `dataset_version` WHERE `dataset_version`.`dataset_id` = `dataset`.`id`
	ORDER BY `status` = 'ready' DESC, `number` DESC LIMIT 1
) WHERE `current_version_id` NOT IN (SELECT `id` FROM `dataset_version`)
	AND EXISTS (SELECT 1 FROM `dataset_version` WHERE `dataset_version`.`dataset_id` = `dataset`.`id`);--> statement-breakpoint
-- A dashboard that outlived its deleted dataset goes, and comes back, with it.
UPDATE `dashboard` SET `deleted_at` = (SELECT `deleted_at` FROM `dataset` WHERE `dataset`.`id` = `dashboard`.`dataset_id`)
WHERE `deleted_at` IS NULL AND EXISTS (
	SELECT 1 FROM `dataset` WHERE `dataset`.`id` = `dashboard`.`dataset_id` AND `dataset`.`deleted_at` IS NOT NULL
);
