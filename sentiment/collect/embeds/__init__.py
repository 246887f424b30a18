"""Which posts does a page carry as markup, and where do they stand?"""

from sentiment.collect.embeds.finder import FoundEmbed, find_embeds

__all__ = ["FoundEmbed", "find_embeds"]
