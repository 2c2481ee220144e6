"""How much of a report its rulebook carries, and how much of the rulebook its cases try."""
