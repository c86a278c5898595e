"""Django: views (a file a page), templates, static, feeds, sitemaps, API, editor's desk."""
