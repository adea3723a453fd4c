"""Reports for people: what they say is told once, and set as a page, a document or plain text."""
