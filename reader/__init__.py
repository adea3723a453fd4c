"""Read right-to-left articles and annotate them: quotes, entities and claims."""

__version__ = "0.1.0"
