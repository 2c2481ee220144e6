"""What was said about a situation, and what is known because of it.

    files, chat lines -> reader (Said) -> spread over groups (Statement) -> Situation
                                                                              |
                                                              evidence.weigh  v
                                                                          Evidence: one answer for each condition

Dates, groups, layers and told likelihoods end here: engines see answers only.
"""
