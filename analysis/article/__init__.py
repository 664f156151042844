"""Reading articles: files, strings and tables in, `Article` records out."""
