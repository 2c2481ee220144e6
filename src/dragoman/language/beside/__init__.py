"""The same sentence without what stands beside what it tells: remarks, reasons, talk, what is granted or added."""
