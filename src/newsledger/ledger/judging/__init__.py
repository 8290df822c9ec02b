"""What persons judge: sheets to code, how sure findings are after them, and corrections."""
