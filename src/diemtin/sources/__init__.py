"""outlets -> captures. Feeds, sitemaps, pages, folders, WARC and WET, JSONL. The only room that fetches from the web."""
