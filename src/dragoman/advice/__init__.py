"""From a model to advice: what follows, for whom, on what grounds, resting on what.

rulebook + situation -> evaluate.evaluate -> Evaluation -> build.advise -> forms.Advice
"""
