"""The same sentence in the order of a plain one: what is singled out, put first, or written as letters and headlines are."""
