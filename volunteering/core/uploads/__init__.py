"""The files that were uploaded: in which folders they lie, which rows name them, and whether both agree."""
