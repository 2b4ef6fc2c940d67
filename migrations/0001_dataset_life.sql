ALTER TABLE `dataset` ADD `tags` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `dataset` ADD `stale_after_hours` integer;--> statement-breakpoint
ALTER TABLE `dataset_version` ADD `origin` text DEFAULT 'upload' NOT NULL;--> statement-breakpoint
ALTER TABLE `dataset_version` ADD `based_on_id` text;--> statement-breakpoint
ALTER TABLE `dataset_version` ADD `choices` text;