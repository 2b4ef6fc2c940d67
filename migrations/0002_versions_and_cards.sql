CREATE TABLE `dataset_card` (
	`dataset_id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`version_id` text NOT NULL,
	`card` text NOT NULL,
	`grams` text NOT NULL,
	FOREIGN KEY (`dataset_id`) REFERENCES `dataset`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `dataset_card_by_workspace` ON `dataset_card` (`workspace_id`);--> statement-breakpoint
ALTER TABLE `dataset_version` ADD `drift` text;--> statement-breakpoint
ALTER TABLE `dataset_version` ADD `newest_at` integer;--> statement-breakpoint
ALTER TABLE `dataset_version` ADD `cadence` text;