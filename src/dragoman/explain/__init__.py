"""Why: proofs down to what was told, the passages of the report, and the record of every firing."""
