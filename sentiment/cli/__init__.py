"""What does the command line accept, and which exit code does it end with?"""

from sentiment.cli.app import main

__all__ = ["main"]
