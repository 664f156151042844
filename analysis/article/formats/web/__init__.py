"""What stands in a page beside its story, or stands for it: boxes, schema.org data, the marks of whoever saved it."""
