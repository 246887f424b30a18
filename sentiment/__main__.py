"""How is the package run as a program: ``python -m sentiment``."""

from sentiment.cli import main

if __name__ == "__main__":  # worker processes import this module under another name
    main()
