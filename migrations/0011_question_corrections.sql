CREATE TABLE `question_correction` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`dataset_id` text NOT NULL,
	`user_id` text NOT NULL,
	`words` text NOT NULL,
	`meaning` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`dataset_id`) REFERENCES `dataset`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `question_correction_once` ON `question_correction` (`dataset_id`,`words`);--> statement-breakpoint
CREATE INDEX `question_correction_by_workspace` ON `question_correction` (`workspace_id`);