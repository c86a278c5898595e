"""``python -m diemtin.cli``."""

from diemtin.cli import main

main()
