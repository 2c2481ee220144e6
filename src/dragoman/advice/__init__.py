"""From a model to advice: what follows, for whom, on what grounds, resting on what.

rulebook + situation -> evaluate.evaluate -> Evaluation -> build.advise -> forms.Advice

What is put into words where: facts and conditions by `rulebook.words.VocabularyWording`, what was told and by whom by
`statement_wording.StatementWording`, what rules concluded and why by `firing_wording.FiringWording`.
"""
