"""What was said about a situation, and what is known because of it.

    YAML, JSON, chat lines --> nodes --> reader (Said) --> spread over groups (Statement) --> Situation
    CSV --> table ---------------^          |                                                   |
    JSON Lines --> fact_lines ---^          v                                   evidence.weigh  v
                  writers <-- nodes <-- document: as it was said        Evidence: one answer for each condition

Dates, groups, layers and told likelihoods end here: engines see answers only.
"""
