<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AnnotationController</name>
    <message numerus="yes">
        <source>%Ln word(s) selected</source>
        <translation>
            <numerusform>%Ln word selected</numerusform>
            <numerusform>%Ln words selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationFilters</name>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln annotation</numerusform>
            <numerusform>%Ln annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleDetails</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticlesModel</name>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln annotation</numerusform>
            <numerusform>%Ln annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BringingDialog</name>
    <message numerus="yes">
        <source>%Ln thing(s) will not come:</source>
        <translation>
            <numerusform>%Ln thing will not come:</numerusform>
            <numerusform>%Ln things will not come:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln other(s).</source>
        <translation>
            <numerusform>And %Ln other.</numerusform>
            <numerusform>And %Ln others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BundleController</name>
    <message numerus="yes">
        <source>%Ln annotation(s) came in from %1.</source>
        <translation>
            <numerusform>%Ln annotation came in from %1.</numerusform>
            <numerusform>%Ln annotations came in from %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CandidateFields</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimWords</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s)</source>
        <translation>
            <numerusform>%Ln month</numerusform>
            <numerusform>%Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln piece(s) of evidence</source>
        <translation>
            <numerusform>%Ln piece of evidence</numerusform>
            <numerusform>%Ln pieces of evidence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln year(s)</source>
        <translation>
            <numerusform>%Ln year</numerusform>
            <numerusform>%Ln years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimsFilters</name>
    <message numerus="yes">
        <source>%Ln claim(s)</source>
        <translation>
            <numerusform>%Ln claim</numerusform>
            <numerusform>%Ln claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) and older</source>
        <translation>
            <numerusform>%Ln day and older</numerusform>
            <numerusform>%Ln days and older</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferenceDialog</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) changed</source>
        <translation>
            <numerusform>%Ln place changed</numerusform>
            <numerusform>%Ln places changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) changed</source>
        <translation>
            <numerusform>%Ln word changed</numerusform>
            <numerusform>%Ln words changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message numerus="yes">
        <source>Also the %Ln cop(ies) of the library that Hashiya has made</source>
        <translation>
            <numerusform>Also the copy of the library that Hashiya has made</numerusform>
            <numerusform>Also the %Ln copies of the library that Hashiya has made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln article(s) for good?</source>
        <translation>
            <numerusform>Delete one article for good?</numerusform>
            <numerusform>Delete %Ln articles for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportChoice</name>
    <message numerus="yes">
        <source>Only what is chosen here goes in, of the last %Ln day(s).</source>
        <translation>
            <numerusform>Only what is chosen here goes in, of the last %Ln day.</numerusform>
            <numerusform>Only what is chosen here goes in, of the last %Ln days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message numerus="yes">
        <source>%1: %Ln article(s)</source>
        <translation>
            <numerusform>%1: %Ln article</numerusform>
            <numerusform>%1: %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) written to %1</source>
        <translation>
            <numerusform>%Ln annotation written to %1</numerusform>
            <numerusform>%Ln annotations written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen article(s)</source>
        <translation>
            <numerusform>%Ln chosen article</numerusform>
            <numerusform>%Ln chosen articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every article: %Ln annotation(s)</source>
        <translation>
            <numerusform>Every article: %Ln annotation</numerusform>
            <numerusform>Every article: %Ln annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This article: %Ln annotation(s)</source>
        <translation>
            <numerusform>This article: %Ln annotation</numerusform>
            <numerusform>This article: %Ln annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What the list shows: %Ln annotation(s)</source>
        <translation>
            <numerusform>What the list shows: %Ln annotation</numerusform>
            <numerusform>What the list shows: %Ln annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindController</name>
    <message numerus="yes">
        <source>%Ln annotation(s) added</source>
        <translation>
            <numerusform>%Ln annotation added</numerusform>
            <numerusform>%Ln annotations added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more here; open it and press Ctrl+F</source>
        <translation>
            <numerusform>%Ln more here; open it and press Ctrl+F</numerusform>
            <numerusform>%Ln more here; open it and press Ctrl+F</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HiddenController</name>
    <message numerus="yes">
        <source>%Ln hidden character(s)</source>
        <translation>
            <numerusform>%Ln hidden character</numerusform>
            <numerusform>%Ln hidden characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportController</name>
    <message numerus="yes">
        <source>And %Ln other(s).</source>
        <translation>
            <numerusform>And %Ln other.</numerusform>
            <numerusform>And %Ln others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Importing %Ln file(s)</source>
        <translation>
            <numerusform>Importing %Ln file</numerusform>
            <numerusform>Importing %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keeping %Ln article(s)</source>
        <translation>
            <numerusform>Keeping %Ln article</numerusform>
            <numerusform>Keeping %Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message numerus="yes">
        <source>%Ln article(s) to import</source>
        <translation>
            <numerusform>%Ln article to import</numerusform>
            <numerusform>%Ln articles to import</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is in the library yet. Enter keeps %Ln of them, Esc keeps nothing.</source>
        <translation>
            <numerusform>Nothing is in the library yet. Enter keeps %Ln of them, Esc keeps nothing.</numerusform>
            <numerusform>Nothing is in the library yet. Enter keeps %Ln of them, Esc keeps nothing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LengthAdvice</name>
    <message numerus="yes">
        <source>%Ln character(s). One sentence of at most {most} is advised; ClaimReview asks for fewer than {most}.</source>
        <translation>
            <numerusform>%Ln character. One sentence of at most {most} is advised; ClaimReview asks for fewer than {most}.</numerusform>
            <numerusform>%Ln characters. One sentence of at most {most} is advised; ClaimReview asks for fewer than {most}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MentionController</name>
    <message numerus="yes">
        <source>%Ln mention(s)</source>
        <translation>
            <numerusform>%Ln mention</numerusform>
            <numerusform>%Ln mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln article(s)</source>
        <translation>
            <numerusform>in %Ln article</numerusform>
            <numerusform>in %Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NumbersView</name>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln annotation</numerusform>
            <numerusform>%Ln annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceParts</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewButtons</name>
    <message numerus="yes">
        <source>Keep %Ln</source>
        <translation>
            <numerusform>Keep %Ln</numerusform>
            <numerusform>Keep %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln name</numerusform>
            <numerusform>%Ln names</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RevisionController</name>
    <message numerus="yes">
        <source>%Ln annotation(s) stayed</source>
        <translation>
            <numerusform>%Ln annotation stayed</numerusform>
            <numerusform>%Ln annotations stayed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) came again with another text.</source>
        <translation>
            <numerusform>%Ln article came again with another text.</numerusform>
            <numerusform>%Ln articles came again with another text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) were there already.</source>
        <translation>
            <numerusform>%Ln article was there already.</numerusform>
            <numerusform>%Ln articles were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found again</source>
        <translation>
            <numerusform>%Ln found again</numerusform>
            <numerusform>%Ln found again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <translation>
            <numerusform>%Ln lost</numerusform>
            <numerusform>%Ln lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moved</source>
        <translation>
            <numerusform>%Ln moved</numerusform>
            <numerusform>%Ln moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) changed</source>
        <translation>
            <numerusform>%Ln place changed</numerusform>
            <numerusform>%Ln places changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to look at</source>
        <translation>
            <numerusform>%Ln to look at</numerusform>
            <numerusform>%Ln to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavingController</name>
    <message numerus="yes">
        <source>%Ln change(s) could not be saved and would be lost.</source>
        <translation>
            <numerusform>%Ln change could not be saved and would be lost.</numerusform>
            <numerusform>%Ln changes could not be saved and would be lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not saved: %Ln change(s)</source>
        <translation>
            <numerusform>Not saved: %Ln change</numerusform>
            <numerusform>Not saved: %Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScopeWords</name>
    <message numerus="yes">
        <source>%Ln annotation(s) in the list</source>
        <translation>
            <numerusform>%Ln annotation in the list</numerusform>
            <numerusform>%Ln annotations in the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen annotation(s)</source>
        <translation>
            <numerusform>%Ln chosen annotation</numerusform>
            <numerusform>%Ln chosen annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen claim(s)</source>
        <translation>
            <numerusform>%Ln chosen claim</numerusform>
            <numerusform>%Ln chosen claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln claim(s) on the board</source>
        <translation>
            <numerusform>%Ln claim on the board</numerusform>
            <numerusform>%Ln claims on the board</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message numerus="yes">
        <source>In %Ln article(s), the newest first</source>
        <translation>
            <numerusform>In %Ln article</numerusform>
            <numerusform>In %Ln articles, the newest first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In up to %Ln article(s), the newest first</source>
        <translation>
            <numerusform>In one article at most</numerusform>
            <numerusform>In up to %Ln articles, the newest first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>%Ln chosen</numerusform>
            <numerusform>%Ln chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShelfController</name>
    <message numerus="yes">
        <source>%Ln article(s) deleted for good.</source>
        <translation>
            <numerusform>One article deleted for good.</numerusform>
            <numerusform>%Ln articles deleted for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SubjectsController</name>
    <message numerus="yes">
        <source>%Ln copied with sources</source>
        <translation>
            <numerusform>%Ln copied with its source</numerusform>
            <numerusform>%Ln copied with their sources</numerusform>
        </translation>
    </message>
</context>
</TS>
