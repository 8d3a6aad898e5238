"""One search over everything that has a page. No tables: it reads those of the apps below."""
