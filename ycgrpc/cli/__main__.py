"""``python -m ycgrpc.cli``."""

from ycgrpc.cli import main

main()
