<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>A reader and annotator for right-to-left articles.</source>
        <translation>قارئ للمقالات المكتوبة من اليمين إلى اليسار، وأداة للتعليق عليها.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Hashiya</source>
        <translation>حاشية</translation>
    </message>
    <message>
        <source>The open library: %1</source>
        <translation>المكتبة المفتوحة: %1</translation>
    </message>
    <message>
        <source>Version %1, under the MIT licence.</source>
        <translation>الإصدار %1، برخصة MIT.</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>About Hashiya</source>
        <translation>عن حاشية</translation>
    </message>
    <message>
        <source>Back to where I was</source>
        <translation>العودة إلى حيث كنت</translation>
    </message>
    <message>
        <source>Check the library</source>
        <translation>فحص المكتبة</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy as a quote with its source</source>
        <translation>نسخ اقتباسًا مع مصدره</translation>
    </message>
    <message>
        <source>Copy for software without Arabic</source>
        <translation>نسخ لبرامج لا تدعم العربية</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Delete the annotation</source>
        <translation>حذف التعليق</translation>
    </message>
    <message>
        <source>Edit the article&apos;s details</source>
        <translation>تحرير بيانات المقال</translation>
    </message>
    <message>
        <source>Edit the details</source>
        <translation>تحرير التفاصيل</translation>
    </message>
    <message>
        <source>Everything that they said</source>
        <translation>كل ما قاله</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Find a claim</source>
        <translation>البحث عن ادعاء</translation>
    </message>
    <message>
        <source>Find an annotation</source>
        <translation>بحث عن تعليق</translation>
    </message>
    <message>
        <source>Find an article</source>
        <translation>بحث عن مقال</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>البحث في المقال</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>التقدم من جديد</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>ملء الشاشة</translation>
    </message>
    <message>
        <source>Go to the page</source>
        <translation>الذهاب إلى الصفحة</translation>
    </message>
    <message>
        <source>Hidden characters</source>
        <translation>المحارف الخفية</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>استيراد مجلد…</translation>
    </message>
    <message>
        <source>Import a page by its address…</source>
        <translation>استيراد صفحة من رابطها…</translation>
    </message>
    <message>
        <source>It continues the previous quote</source>
        <translation>تتمّة للاقتباس السابق</translation>
    </message>
    <message>
        <source>It is quoted within the quote around it</source>
        <translation>هو منقول ضمن الاقتباس المحيط به</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Merge another library…</source>
        <translation>دمج مكتبة أخرى…</translation>
    </message>
    <message>
        <source>Move the article to the trash</source>
        <translation>نقل المقال إلى سلة المحذوفات</translation>
    </message>
    <message>
        <source>New article from the clipboard</source>
        <translation>مقال جديد من الحافظة</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>مجموعة جديدة</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>نافذة جديدة</translation>
    </message>
    <message>
        <source>Next annotation</source>
        <translation>التعليق التالي</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>المقال التالي</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>النتيجة التالية</translation>
    </message>
    <message>
        <source>Next of those that overlap here</source>
        <translation>التالي من التعليقات المتراكبة هنا</translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation>المظهر التالي</translation>
    </message>
    <message>
        <source>Next uncertain or lost one</source>
        <translation>التالي مما يُراجَع موضعه</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>الحجم الأصلي</translation>
    </message>
    <message>
        <source>Notes in the margin</source>
        <translation>الحواشي في الهامش</translation>
    </message>
    <message>
        <source>Open an article…</source>
        <translation>فتح مقال…</translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation>فتح مكتبة أخرى…</translation>
    </message>
    <message>
        <source>Open the original</source>
        <translation>فتح الأصل</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>اللوحات</translation>
    </message>
    <message>
        <source>Previous annotation</source>
        <translation>التعليق السابق</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>المقال السابق</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>النتيجة السابقة</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>طباعة…</translation>
    </message>
    <message>
        <source>Put among the lost</source>
        <translation>نقل إلى المفقودات</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Quote and claim of the same words</source>
        <translation>اقتباس وادعاء من الكلمات نفسها</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Relate to another annotation…</source>
        <translation>الربط بتعليق آخر…</translation>
    </message>
    <message>
        <source>Relations of the whole text</source>
        <translation>علاقات النص كله</translation>
    </message>
    <message>
        <source>Revisions of the text…</source>
        <translation>مراجعات النص…</translation>
    </message>
    <message>
        <source>Save a copy of the library…</source>
        <translation>حفظ نسخة من المكتبة…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>حفظ بصيغة PDF…</translation>
    </message>
    <message>
        <source>Save the original…</source>
        <translation>حفظ الأصل…</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>البحث في المكتبة</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>Select the sentence</source>
        <translation>تحديد الجملة</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>عاجي</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>الإعدادات…</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>Tag all mentions in all articles</source>
        <translation>تعليم كل المواضع في كل المقالات</translation>
    </message>
    <message>
        <source>Tag all mentions in the article</source>
        <translation>تعليم كل المواضع في المقال</translation>
    </message>
    <message>
        <source>Tag as the last time</source>
        <translation>التعليم بآخر علامة</translation>
    </message>
    <message>
        <source>Take the name that is suggested</source>
        <translation>اعتماد الاسم المقترح</translation>
    </message>
    <message>
        <source>The claims</source>
        <translation>الادعاءات</translation>
    </message>
    <message>
        <source>The names</source>
        <translation>الأعلام</translation>
    </message>
    <message>
        <source>The numbers</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>الصفحة</translation>
    </message>
    <message>
        <source>The tags</source>
        <translation>العلامات</translation>
    </message>
    <message>
        <source>These are the words</source>
        <translation>هذه هي الكلمات</translation>
    </message>
    <message>
        <source>This is the cue</source>
        <translation>هذا هو فعل القول</translation>
    </message>
    <message>
        <source>This is the speaker</source>
        <translation>هذا هو القائل</translation>
    </message>
    <message>
        <source>Tie to the selected words</source>
        <translation>ربط بالكلمات المختارة</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Verdict scales…</source>
        <translation>مقاييس الأحكام…</translation>
    </message>
    <message>
        <source>Verify the original</source>
        <translation>التحقق من الأصل</translation>
    </message>
    <message>
        <source>What changed since I read it</source>
        <translation>ما الذي تغير منذ قرأته</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>كتابة ملاحظة</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>Address</source>
        <translation>الرابط</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>جلب</translation>
    </message>
    <message>
        <source>Import a page by its address</source>
        <translation>استيراد صفحة من رابطها</translation>
    </message>
    <message>
        <source>The site</source>
        <translation>الموقع</translation>
    </message>
</context>
<context>
    <name>AnnotationController</name>
    <message numerus="yes">
        <source>%Ln word(s) selected</source>
        <translation>
            <numerusform>لم تُحدَّد كلمات</numerusform>
            <numerusform>حُددت كلمة واحدة</numerusform>
            <numerusform>حُددت كلمتان</numerusform>
            <numerusform>حُددت %Ln كلمات</numerusform>
            <numerusform>حُددت %Ln كلمة</numerusform>
            <numerusform>حُددت %Ln كلمة</numerusform>
        </translation>
    </message>
    <message>
        <source>Select words first, then press the tag&apos;s key.</source>
        <translation>حدد كلمات أولًا، ثم اضغط مفتاح العلامة.</translation>
    </message>
</context>
<context>
    <name>AnnotationDelegate</name>
    <message>
        <source>Note</source>
        <translation>الملاحظة</translation>
    </message>
</context>
<context>
    <name>AnnotationFilters</name>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>لا تعليقات</numerusform>
            <numerusform>تعليق واحد</numerusform>
            <numerusform>تعليقان</numerusform>
            <numerusform>%Ln تعليقات</numerusform>
            <numerusform>%Ln تعليقًا</numerusform>
            <numerusform>%Ln تعليق</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter the annotations</source>
        <translation>تصفية التعليقات</translation>
    </message>
    <message>
        <source>None of {total}</source>
        <translation>لا شيء من {total}</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>ترتيب القائمة</translation>
    </message>
    <message>
        <source>Order of the list (Space)</source>
        <translation>ترتيب القائمة (مسافة)</translation>
    </message>
    <message>
        <source>Show only what waits to be looked at</source>
        <translation>اعرض ما ينتظر المراجعة فقط</translation>
    </message>
    <message>
        <source>Show only: {tag}</source>
        <translation>إظهار {tag} فقط</translation>
    </message>
    <message>
        <source>To look at: %1</source>
        <translation>للمراجعة: %1</translation>
    </message>
    <message>
        <source>Uncertain and lost ones only (Alt+0)</source>
        <translation>غير المؤكد والمفقود فقط (Alt+0)</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} من {total}</translation>
    </message>
</context>
<context>
    <name>AnnotationsModel</name>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>غير محفوظ</translation>
    </message>
</context>
<context>
    <name>AnnotationsPanel</name>
    <message>
        <source>%1 of 5</source>
        <translation>%1 من 5</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>التعليقات</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Emptied</source>
        <translation>إفراغ</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>حقل</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>No annotation matches the filter.</source>
        <translation>لا تعليق يطابق التصفية.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>غير محفوظ</translation>
    </message>
    <message>
        <source>Open an article to see its annotations.</source>
        <translation>افتح مقالًا لترى تعليقاته.</translation>
    </message>
    <message>
        <source>Select words in the article and press 1, 2 or 3.</source>
        <translation>حدد كلمات في المقال ثم اضغط 1 أو 2 أو 3.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>العلامة</translation>
    </message>
    <message>
        <source>The annotations are being read…</source>
        <translation>تجري قراءة التعليقات…</translation>
    </message>
    <message>
        <source>The annotations were not all read. Open the article again.</source>
        <translation>لم تُقرأ التعليقات كلها. افتح المقال من جديد.</translation>
    </message>
    <message>
        <source>They share no field</source>
        <translation>لا حقل مشترك بينها</translation>
    </message>
    <message>
        <source>Type a name…</source>
        <translation>اكتب اسمًا…</translation>
    </message>
    <message>
        <source>Type a value…</source>
        <translation>اكتب قيمة…</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>كتابة ملاحظة</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
</context>
<context>
    <name>ArticleController</name>
    <message>
        <source>Hashiya</source>
        <translation>حاشية</translation>
    </message>
    <message>
        <source>Opening the article</source>
        <translation>فتح المقال</translation>
    </message>
</context>
<context>
    <name>ArticleDetails</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>بلا محارف</numerusform>
            <numerusform>محرف واحد</numerusform>
            <numerusform>محرفان</numerusform>
            <numerusform>%Ln محارف</numerusform>
            <numerusform>%Ln محرفًا</numerusform>
            <numerusform>%Ln محرف</numerusform>
        </translation>
    </message>
    <message>
        <source>About the article</source>
        <translation>عن المقال</translation>
    </message>
    <message>
        <source>Added {when}</source>
        <translation>أُضيف {when}</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>أضف…</translation>
    </message>
    <message>
        <source>Open the duplicate (Space)</source>
        <translation>فتح النظير (مسطرة المسافات)</translation>
    </message>
    <message>
        <source>The same address: {title}</source>
        <translation>الرابط نفسه: {title}</translation>
    </message>
    <message>
        <source>The same text: {title}</source>
        <translation>النص نفسه: {title}</translation>
    </message>
</context>
<context>
    <name>ArticleFilters</name>
    <message>
        <source>Date of publication…</source>
        <translation>تاريخ النشر…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Narrow the list (Space)</source>
        <translation>تضييق القائمة (مسطرة المسافات)</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Order of the articles</source>
        <translation>ترتيب المقالات</translation>
    </message>
    <message>
        <source>Order of the list (Space)</source>
        <translation>ترتيب القائمة (مسطرة المسافات)</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>إزالة كل التصفيات</translation>
    </message>
    <message>
        <source>Remove the filter (Space)</source>
        <translation>إزالة التصفية (مسطرة المسافات)</translation>
    </message>
    <message>
        <source>Remove the filter: {words}</source>
        <translation>إزالة التصفية: {words}</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>بالعكس</translation>
    </message>
</context>
<context>
    <name>ArticleMenu</name>
    <message>
        <source>Delete for good…</source>
        <translation>حذف نهائي…</translation>
    </message>
    <message>
        <source>Edit the details</source>
        <translation>تحرير البيانات</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Move to a collection</source>
        <translation>نقل إلى مجموعة</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>نقل إلى سلة المحذوفات</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>مجموعة جديدة</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>وسم جديد</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Take out of the collection</source>
        <translation>إخراج من المجموعة</translation>
    </message>
</context>
<context>
    <name>ArticleOffers</name>
    <message>
        <source>No longer in the library</source>
        <translation>لم يعد في المكتبة</translation>
    </message>
</context>
<context>
    <name>ArticlesModel</name>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>لا تعليقات</numerusform>
            <numerusform>تعليق واحد</numerusform>
            <numerusform>تعليقان</numerusform>
            <numerusform>%Ln تعليقات</numerusform>
            <numerusform>%Ln تعليقًا</numerusform>
            <numerusform>%Ln تعليق</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>تغيّر</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>مكرر</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>بلا عنوان</translation>
    </message>
</context>
<context>
    <name>ArticlesPanel</name>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>Articles that you open are listed here.</source>
        <translation>تظهر هنا المقالات التي تفتحها.</translation>
    </message>
    <message>
        <source>Drag articles onto the collection, or move them by their menu.</source>
        <translation>اسحب المقالات إلى المجموعة، أو انقلها من قائمتها.</translation>
    </message>
    <message>
        <source>Drag articles onto the label, or label them by their menu.</source>
        <translation>اسحب المقالات إلى الوسم، أو ضعه عليها من قائمتها.</translation>
    </message>
    <message>
        <source>Drop a file here, paste text, or press Ctrl+O</source>
        <translation>أفلت ملفًا هنا، أو ألصق نصًا، أو اضغط Ctrl+O</translation>
    </message>
    <message>
        <source>Filter the articles</source>
        <translation>تصفية المقالات</translation>
    </message>
    <message>
        <source>No article matches. Esc clears the filter.</source>
        <translation>لا مقال يطابق التصفية. يمحوها المفتاح Esc.</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>سلة المحذوفات فارغة.</translation>
    </message>
    <message>
        <source>There is no article here.</source>
        <translation>لا مقالات هنا.</translation>
    </message>
</context>
<context>
    <name>AskBar</name>
    <message>
        <source>Enter keeps it, Esc leaves it</source>
        <translation>Enter للحفظ، وEsc للترك</translation>
    </message>
</context>
<context>
    <name>BringingDialog</name>
    <message numerus="yes">
        <source>%Ln thing(s) will not come:</source>
        <translation>
            <numerusform>كل شيء يُستورد:</numerusform>
            <numerusform>شيء واحد لن يُستورد:</numerusform>
            <numerusform>شيئان لن يُستوردا:</numerusform>
            <numerusform>%Ln أشياء لن تُستورد:</numerusform>
            <numerusform>%Ln شيئًا لن تُستورد:</numerusform>
            <numerusform>%Ln شيء لن تُستورد:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln other(s).</source>
        <translation>
            <numerusform>ولا غيرها.</numerusform>
            <numerusform>وواحد غيرها.</numerusform>
            <numerusform>واثنان غيرها.</numerusform>
            <numerusform>و%Ln غيرها.</numerusform>
            <numerusform>و%Ln غيرها.</numerusform>
            <numerusform>و%Ln غيرها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy this list</source>
        <translation>نسخ هذه القائمة</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>موجود من قبل</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>Nothing is in the library yet. It comes in as one act, which Undo takes back; what is here already stays as it is.</source>
        <translation>لم يدخل المكتبة شيء بعد. يأتي كله دفعة واحدة يعيدها التراجع، وما هو موجود هنا يبقى على حاله.</translation>
    </message>
    <message>
        <source>There is nothing in it that is not in the library already.</source>
        <translation>ليس فيه ما ليس في المكتبة من قبل.</translation>
    </message>
    <message>
        <source>What %1 brings</source>
        <translation>ما يحمله %1</translation>
    </message>
    <message>
        <source>What comes in</source>
        <translation>ما يُستورد</translation>
    </message>
    <message>
        <source>What will not come</source>
        <translation>ما لن يُستورد</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Copy the report</source>
        <translation>نسخ التقرير</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>التقرير</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation>حدث ما لم يكن متوقعًا</translation>
    </message>
    <message>
        <source>Your work is saved act by act. The report below names places in the program, and no word of your articles; please send it to the developers.</source>
        <translation>عملك محفوظ خطوة بخطوة. يذكر التقرير أدناه مواضع في البرنامج وليس فيه كلمة من مقالاتك؛ نرجو إرساله إلى المطورين.</translation>
    </message>
</context>
<context>
    <name>BundleController</name>
    <message numerus="yes">
        <source>%Ln annotation(s) came in from %1.</source>
        <translation>
            <numerusform>لم يأت أي تعليق من %1.</numerusform>
            <numerusform>جاء تعليق واحد من %1.</numerusform>
            <numerusform>جاء تعليقان من %1.</numerusform>
            <numerusform>جاءت %Ln تعليقات من %1.</numerusform>
            <numerusform>جاء %Ln تعليقًا من %1.</numerusform>
            <numerusform>جاء %Ln تعليق من %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hashiya libraries (*.db);;All files (*)</source>
        <translation>مكتبات حاشية (*.db);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>استيراد %1</translation>
    </message>
    <message>
        <source>Looking at what is here already</source>
        <translation>النظر فيما هو موجود من قبل</translation>
    </message>
    <message>
        <source>Merge another library</source>
        <translation>دمج مكتبة أخرى</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>قراءة %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>CandidateFields</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>بلا محارف</numerusform>
            <numerusform>محرف واحد</numerusform>
            <numerusform>محرفان</numerusform>
            <numerusform>%Ln محارف</numerusform>
            <numerusform>%Ln محرفًا</numerusform>
            <numerusform>%Ln محرف</numerusform>
        </translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>إضافة…</translation>
    </message>
</context>
<context>
    <name>ClaimFilter</name>
    <message>
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>الأعداد</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>الأولوية</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>الناشر</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>الدرجة</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>المرحلة</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>الحكم</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>المكلَّف</translation>
    </message>
</context>
<context>
    <name>ClaimSort</name>
    <message>
        <source>By priority</source>
        <translation>حسب الأولوية</translation>
    </message>
    <message>
        <source>By stage</source>
        <translation>حسب المرحلة</translation>
    </message>
    <message>
        <source>By text</source>
        <translation>حسب النص</translation>
    </message>
    <message>
        <source>Least evidence first</source>
        <translation>الأقل أدلة أولًا</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>الأحدث أولًا</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>الأقدم أولًا</translation>
    </message>
</context>
<context>
    <name>ClaimWords</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>اليوم</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>%Ln أيام</numerusform>
            <numerusform>%Ln يومًا</numerusform>
            <numerusform>%Ln يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s)</source>
        <translation>
            <numerusform>أقل من شهر</numerusform>
            <numerusform>شهر واحد</numerusform>
            <numerusform>شهران</numerusform>
            <numerusform>%Ln أشهر</numerusform>
            <numerusform>%Ln شهرًا</numerusform>
            <numerusform>%Ln شهر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln piece(s) of evidence</source>
        <translation>
            <numerusform>بلا أدلة</numerusform>
            <numerusform>دليل واحد</numerusform>
            <numerusform>دليلان</numerusform>
            <numerusform>%Ln أدلة</numerusform>
            <numerusform>%Ln دليلًا</numerusform>
            <numerusform>%Ln دليل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln year(s)</source>
        <translation>
            <numerusform>أقل من سنة</numerusform>
            <numerusform>سنة واحدة</numerusform>
            <numerusform>سنتان</numerusform>
            <numerusform>%Ln سنوات</numerusform>
            <numerusform>%Ln سنة</numerusform>
            <numerusform>%Ln سنة</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
</context>
<context>
    <name>ClaimsController</name>
    <message>
        <source>Claims</source>
        <translation>الادعاءات</translation>
    </message>
    <message>
        <source>Reading the claims</source>
        <translation>قراءة الادعاءات</translation>
    </message>
</context>
<context>
    <name>ClaimsFilters</name>
    <message numerus="yes">
        <source>%Ln claim(s)</source>
        <translation>
            <numerusform>لا ادعاءات</numerusform>
            <numerusform>ادعاء واحد</numerusform>
            <numerusform>ادعاءان</numerusform>
            <numerusform>%Ln ادعاءات</numerusform>
            <numerusform>%Ln ادعاءً</numerusform>
            <numerusform>%Ln ادعاء</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) and older</source>
        <translation>
            <numerusform>أي عمر</numerusform>
            <numerusform>يوم فأكثر</numerusform>
            <numerusform>يومان فأكثر</numerusform>
            <numerusform>%Ln أيام فأكثر</numerusform>
            <numerusform>%Ln يومًا فأكثر</numerusform>
            <numerusform>%Ln يوم فأكثر</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>All claims in one list, or on the board (Space)</source>
        <translation>الادعاءات كلها في قائمة أو على اللوح (مسافة)</translation>
    </message>
    <message>
        <source>As a list</source>
        <translation>قائمة</translation>
    </message>
    <message>
        <source>Filter the claims</source>
        <translation>تصفية الادعاءات</translation>
    </message>
    <message>
        <source>Names no number</source>
        <translation>بلا أعداد</translation>
    </message>
    <message>
        <source>Names numbers</source>
        <translation>فيها أعداد</translation>
    </message>
    <message>
        <source>Narrow the claims (Space)</source>
        <translation>تضييق الادعاءات (مسافة)</translation>
    </message>
    <message>
        <source>No rating</source>
        <translation>بلا درجة</translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation>بلا حكم</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>None of {total}</source>
        <translation>لا شيء من {total}</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Order of the claims</source>
        <translation>ترتيب الادعاءات</translation>
    </message>
    <message>
        <source>Order of the claims (Space)</source>
        <translation>ترتيب الادعاءات (مسافة)</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>إظهار الكل</translation>
    </message>
    <message>
        <source>Show all (Space)</source>
        <translation>إظهار الكل (مسافة)</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} من {total}</translation>
    </message>
</context>
<context>
    <name>ClaimsView</name>
    <message>
        <source>Claims</source>
        <translation>الادعاءات</translation>
    </message>
    <message>
        <source>No claim yet. Select words in an article and press 3.</source>
        <translation>لا ادعاءات بعد. حدّد كلمات في مقال واضغط 3.</translation>
    </message>
    <message>
        <source>The claims of all articles</source>
        <translation>ادعاءات المقالات كلها</translation>
    </message>
</context>
<context>
    <name>CodebookController</name>
    <message>
        <source>Select words first, then press the key.</source>
        <translation>حدد كلمات أولًا ثم اضغط المفتاح.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>العلامات</translation>
    </message>
</context>
<context>
    <name>CodebookFiles</name>
    <message>
        <source>Codebook of Hashiya (*.json);;REFI-QDA codebook (*.qdc)</source>
        <translation>دليل علامات «حاشية» (*.json);;دليل رموز REFI-QDA (*.qdc)</translation>
    </message>
    <message>
        <source>Codebooks (*.json *.qdc);;All files (*)</source>
        <translation>أدلة العلامات (*.json *.qdc);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Export the codebook</source>
        <translation>تصدير دليل العلامات</translation>
    </message>
    <message>
        <source>Import a codebook</source>
        <translation>استيراد دليل علامات</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>قراءة %1</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>حُفظ باسم %1.</translation>
    </message>
    <message>
        <source>Tags, fields and templates that came in from %1: %2.</source>
        <translation>وردت من %1 علامات وحقول وقوالب، عددها %2.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>CodebookView</name>
    <message>
        <source>Add a tag (Space)</source>
        <translation>إضافة علامة (مسافة)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Delete the tag, if no annotation bears it (Del)</source>
        <translation>حذف العلامة إن لم يحملها أي تعليق (Del)</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>إلى أسفل</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>علامة جديدة</translation>
    </message>
    <message>
        <source>Put the tag before the one above (Alt+Up)</source>
        <translation>تقديم العلامة على ما فوقها (Alt+Up)</translation>
    </message>
    <message>
        <source>Put the tag behind the one below (Alt+Down)</source>
        <translation>تأخير العلامة عما تحتها (Alt+Down)</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>العلامات</translation>
    </message>
    <message>
        <source>Take tags, fields and templates from a file (Space)</source>
        <translation>أخذ علامات وحقول وقوالب من ملف (Space)</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>إلى أعلى</translation>
    </message>
    <message>
        <source>Write the tags with their fields and templates to a file (Space)</source>
        <translation>كتابة العلامات بحقولها وقوالبها في ملف (Space)</translation>
    </message>
</context>
<context>
    <name>ColumnHeading</name>
    <message>
        <source>Move a claim here: %1</source>
        <translation>نقل ادعاء إلى هنا: %1</translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <source>Column</source>
        <translation>العمود</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>مثال</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>محتواه</translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>Columns of the table</source>
        <translation>أعمدة الجدول</translation>
    </message>
    <message>
        <source>Say what a column holds (Enter)</source>
        <translation>حدد ما يحتويه العمود (Enter)</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Select words in the article and press 1, 2 or 3.</source>
        <translation>حدد كلمات في المقال ثم اضغط 1 أو 2 أو 3.</translation>
    </message>
    <message>
        <source>The annotation was deleted. What you were typing: {text}</source>
        <translation>حُذف التعليق. ما كنت تكتبه: {text}</translation>
    </message>
    <message>
        <source>What a colleague should know (M)</source>
        <translation>ما ينبغي أن يعرفه زميلك (M)</translation>
    </message>
</context>
<context>
    <name>DifferenceDialog</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>بلا محارف</numerusform>
            <numerusform>محرف واحد</numerusform>
            <numerusform>محرفان</numerusform>
            <numerusform>%Ln محارف</numerusform>
            <numerusform>%Ln محرفًا</numerusform>
            <numerusform>%Ln محرف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) changed</source>
        <translation>
            <numerusform>لم يتغير أي موضع</numerusform>
            <numerusform>تغيّر موضع واحد</numerusform>
            <numerusform>تغيّر موضعان</numerusform>
            <numerusform>تغيّرت %Ln مواضع</numerusform>
            <numerusform>تغيّر %Ln موضعًا</numerusform>
            <numerusform>تغيّر %Ln موضع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>لا كلمات</numerusform>
            <numerusform>كلمة واحدة</numerusform>
            <numerusform>كلمتان</numerusform>
            <numerusform>%Ln كلمات</numerusform>
            <numerusform>%Ln كلمة</numerusform>
            <numerusform>%Ln كلمة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) changed</source>
        <translation>
            <numerusform>لم تتغير أي كلمة</numerusform>
            <numerusform>تغيّرت كلمة واحدة</numerusform>
            <numerusform>تغيّرت كلمتان</numerusform>
            <numerusform>تغيّرت %Ln كلمات</numerusform>
            <numerusform>تغيّرت %Ln كلمة</numerusform>
            <numerusform>تغيّرت %Ln كلمة</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing the texts</source>
        <translation>مقارنة النصين</translation>
    </message>
    <message>
        <source>From revision %1 to %2</source>
        <translation>من المراجعة %1 إلى %2</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>التغيير التالي</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>التغيير السابق</translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation>المراجعة %1</translation>
    </message>
    <message>
        <source>Revision %1, to be read</source>
        <translation>المراجعة %1، للقراءة</translation>
    </message>
    <message>
        <source>Revisions of the text</source>
        <translation>مراجعات النص</translation>
    </message>
    <message>
        <source>Set against the one before; two chosen: one against the other</source>
        <translation>تُقارن بما قبلها، وإذا اختيرت اثنتان قورنت إحداهما بالأخرى</translation>
    </message>
    <message>
        <source>Show this one in the article</source>
        <translation>اعرض هذه في المقال</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>ما الذي تغير</translation>
    </message>
    <message>
        <source>What changed: %1</source>
        <translation>ما الذي تغير: %1</translation>
    </message>
    <message>
        <source>Work on this revision; can be undone (Ctrl+Enter)</source>
        <translation>العمل على هذه المراجعة، ويمكن التراجع عنه (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>on show</source>
        <translation>المعروضة</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Hide this panel (F9 hides or shows all)</source>
        <translation>إخفاء هذه اللوحة (F9 يخفي اللوحات كلها أو يظهرها)</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message numerus="yes">
        <source>Also the %Ln cop(ies) of the library that Hashiya has made</source>
        <translation>
            <numerusform>ومعها نُسخ المكتبة التي أنشأتها حاشية</numerusform>
            <numerusform>ومعها النسخة التي أنشأتها حاشية من المكتبة</numerusform>
            <numerusform>ومعها النسختان اللتان أنشأتهما حاشية من المكتبة</numerusform>
            <numerusform>ومعها %Ln نُسخ أنشأتها حاشية من المكتبة</numerusform>
            <numerusform>ومعها %Ln نسخة أنشأتها حاشية من المكتبة</numerusform>
            <numerusform>ومعها %Ln نسخة أنشأتها حاشية من المكتبة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln article(s) for good?</source>
        <translation>
            <numerusform>أتحذف المقالات نهائيًا؟</numerusform>
            <numerusform>أتحذف المقال نهائيًا؟</numerusform>
            <numerusform>أتحذف مقالين نهائيًا؟</numerusform>
            <numerusform>أتحذف %Ln مقالات نهائيًا؟</numerusform>
            <numerusform>أتحذف %Ln مقالًا نهائيًا؟</numerusform>
            <numerusform>أتحذف %Ln مقال نهائيًا؟</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>حذف نهائي</translation>
    </message>
    <message>
        <source>Their texts and sources go, with every annotation, and what the history says of them. This cannot be undone.</source>
        <translation>ستزول نصوصها ومصادرها وكل تعليق عليها وما يذكره السجل عنها. لا يمكن التراجع عن ذلك.</translation>
    </message>
</context>
<context>
    <name>Example</name>
    <message>
        <source>Try this search</source>
        <translation>تجربة هذا البحث</translation>
    </message>
</context>
<context>
    <name>ExportChoice</name>
    <message>
        <source>Choose nothing: everything goes in (Space)</source>
        <translation>إلغاء الاختيار: تدخل التعليقات كلها (مسافة)</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>كل التعليقات</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>من يوم</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>عُلّمت</translation>
    </message>
    <message numerus="yes">
        <source>Only what is chosen here goes in, of the last %Ln day(s).</source>
        <translation>
            <numerusform>لا يدخل إلا ما اختير هنا.</numerusform>
            <numerusform>لا يدخل إلا ما اختير هنا مما عُلّم اليوم.</numerusform>
            <numerusform>لا يدخل إلا ما اختير هنا من اليومين الأخيرين.</numerusform>
            <numerusform>لا يدخل إلا ما اختير هنا من آخر %Ln أيام.</numerusform>
            <numerusform>لا يدخل إلا ما اختير هنا من آخر %Ln يومًا.</numerusform>
            <numerusform>لا يدخل إلا ما اختير هنا من آخر %Ln يوم.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only what is chosen here goes in.</source>
        <translation>لا يدخل إلا ما اختير هنا.</translation>
    </message>
    <message>
        <source>Statuses</source>
        <translation>الحالات</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>العلامات</translation>
    </message>
    <message>
        <source>The first day, or a number: 7 is seven days back</source>
        <translation>اليوم الأول، أو رقم: 7 تعني الأيام السبعة الأخيرة</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>إلى يوم</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message numerus="yes">
        <source>%1: %Ln article(s)</source>
        <translation>
            <numerusform>%1: لا مقالات</numerusform>
            <numerusform>%1: مقال واحد</numerusform>
            <numerusform>%1: مقالان</numerusform>
            <numerusform>%1: %Ln مقالات</numerusform>
            <numerusform>%1: %Ln مقالًا</numerusform>
            <numerusform>%1: %Ln مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) written to %1</source>
        <translation>
            <numerusform>لم يُكتب أي تعليق في %1</numerusform>
            <numerusform>كُتب تعليق واحد في %1</numerusform>
            <numerusform>كُتب تعليقان في %1</numerusform>
            <numerusform>كُتبت %Ln تعليقات في %1</numerusform>
            <numerusform>كُتب %Ln تعليقًا في %1</numerusform>
            <numerusform>كُتب %Ln تعليق في %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen article(s)</source>
        <translation>
            <numerusform>لا مقالات مختارة</numerusform>
            <numerusform>المقال المختار (%Ln)</numerusform>
            <numerusform>المقالان المختاران (%Ln)</numerusform>
            <numerusform>المقالات المختارة: %Ln</numerusform>
            <numerusform>المقالات المختارة: %Ln</numerusform>
            <numerusform>المقالات المختارة: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every article: %Ln annotation(s)</source>
        <translation>
            <numerusform>كل المقالات: لا تعليقات</numerusform>
            <numerusform>كل المقالات: تعليق واحد</numerusform>
            <numerusform>كل المقالات: تعليقان</numerusform>
            <numerusform>كل المقالات: %Ln تعليقات</numerusform>
            <numerusform>كل المقالات: %Ln تعليقًا</numerusform>
            <numerusform>كل المقالات: %Ln تعليق</numerusform>
        </translation>
    </message>
    <message>
        <source>Exporting to %1</source>
        <translation>تصدير إلى %1</translation>
    </message>
    <message>
        <source>Save first: the export holds only what is saved.</source>
        <translation>احفظ أولًا: لا يضم التصدير إلا المحفوظ.</translation>
    </message>
    <message numerus="yes">
        <source>This article: %Ln annotation(s)</source>
        <translation>
            <numerusform>هذا المقال: لا تعليقات</numerusform>
            <numerusform>هذا المقال: تعليق واحد</numerusform>
            <numerusform>هذا المقال: تعليقان</numerusform>
            <numerusform>هذا المقال: %Ln تعليقات</numerusform>
            <numerusform>هذا المقال: %Ln تعليقًا</numerusform>
            <numerusform>هذا المقال: %Ln تعليق</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What the list shows: %Ln annotation(s)</source>
        <translation>
            <numerusform>ما تعرضه القائمة: لا تعليقات</numerusform>
            <numerusform>ما تعرضه القائمة: تعليق واحد</numerusform>
            <numerusform>ما تعرضه القائمة: تعليقان</numerusform>
            <numerusform>ما تعرضه القائمة: %Ln تعليقات</numerusform>
            <numerusform>ما تعرضه القائمة: %Ln تعليقًا</numerusform>
            <numerusform>ما تعرضه القائمة: %Ln تعليق</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>A day is written as 2026-01-31, or only its year or month; 7 is seven days back.</source>
        <translation>يُكتب اليوم هكذا 2026-01-31، أو سنته أو شهره فقط، و7 تعني الأيام السبعة الأخيرة.</translation>
    </message>
    <message>
        <source>A file of this name is there; it will be replaced.</source>
        <translation>يوجد ملف بهذا الاسم، وسيُستبدل.</translation>
    </message>
    <message>
        <source>Also the text as search compares it</source>
        <translation>مع النص كما يقارنه البحث</translation>
    </message>
    <message>
        <source>As the form has it</source>
        <translation>كما في الصيغة</translation>
    </message>
    <message>
        <source>Between the cells</source>
        <translation>الفاصل بين الخلايا</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>التصدير إلى</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>It can be imported again.</source>
        <translation>ويمكن استيرادها من جديد.</translation>
    </message>
    <message>
        <source>Not in it: %1.</source>
        <translation>ليس فيها: %1.</translation>
    </message>
    <message>
        <source>Positions are counted in UTF-16 units.</source>
        <translation>المواضع معدودة بوحدات UTF-16.</translation>
    </message>
    <message>
        <source>Positions are counted in code points.</source>
        <translation>المواضع معدودة بالمحارف.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>المحتوى</translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message>
        <source>Nothing is chosen. Press fewer switches, or choose more.</source>
        <translation>لا شيء يوافق الاختيار. خفّف الشروط أو اختر أكثر.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>Add…</source>
        <translation>إضافة…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Now: {value}. Enter keeps yours, Esc takes this.</source>
        <translation>القيمة الآن: {value}. يُبقي Enter ما كتبت، ويأخذ Esc هذه.</translation>
    </message>
</context>
<context>
    <name>FiguresInput</name>
    <message>
        <source>More than 1554 m³; one a line</source>
        <translation>أكثر من 1554 م³، عدد في كل سطر</translation>
    </message>
    <message>
        <source>One number a line with its unit. Before it stands how sure it is: “about” or {0}, “more than” or {1}, “at least” or {2}, “less than” or {3}, “at most” or {4}; “between 5 and 7” or {5} for a range (Ctrl+Enter)</source>
        <translation>عدد في كل سطر ومعه وحدته، وقبله ما يدل على دقته: «نحو» أو {0}، و«أكثر من» أو {1}، و«ما لا يقل عن» أو {2}، و«أقل من» أو {3}، و«ما لا يزيد على» أو {4}، و«بين 5 و7» أو {5} للمدى (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>Filler</name>
    <message>
        <source>Reading the annotations</source>
        <translation>قراءة التعليقات</translation>
    </message>
    <message>
        <source>Showing the annotations</source>
        <translation>عرض التعليقات</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Also behind و ف ب ك ل ال joined to the word</source>
        <translation>ولو سبقتها و ف ب ك ل ال متصلةً بها</translation>
    </message>
    <message>
        <source>Annotate all</source>
        <translation>تعليم الكل</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>إغلاق شريط البحث</translation>
    </message>
    <message>
        <source>Close the find bar (Esc)</source>
        <translation>إغلاق شريط البحث (Esc)</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>مطابقة تامة</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>البحث في المقال</translation>
    </message>
    <message>
        <source>Harakat, hamza and the like have to agree</source>
        <translation>تُراعى الحركات والهمزات وما شابهها</translation>
    </message>
    <message>
        <source>Not as a part of a longer word</source>
        <translation>لا جزءًا من كلمة أطول</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>العلامة</translation>
    </message>
    <message>
        <source>The tag that all hits get</source>
        <translation>العلامة التي تُعطى لكل النتائج</translation>
    </message>
    <message>
        <source>Whole word</source>
        <translation>كلمة كاملة</translation>
    </message>
    <message>
        <source>With attached particles</source>
        <translation>مع اللواصق</translation>
    </message>
</context>
<context>
    <name>FindController</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) added</source>
        <translation>
            <numerusform>لم يُضف أي تعليق</numerusform>
            <numerusform>أُضيف تعليق واحد</numerusform>
            <numerusform>أُضيف تعليقان</numerusform>
            <numerusform>أُضيفت %Ln تعليقات</numerusform>
            <numerusform>أُضيف %Ln تعليقًا</numerusform>
            <numerusform>أُضيف %Ln تعليق</numerusform>
        </translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>Went on from the beginning</source>
        <translation>تابع البحث من البداية</translation>
    </message>
    <message>
        <source>Went on from the end</source>
        <translation>تابع البحث من النهاية</translation>
    </message>
</context>
<context>
    <name>FlagInput</name>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>FormatList</name>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>لا نتائج</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>%Ln نتائج</numerusform>
            <numerusform>%Ln نتيجة</numerusform>
            <numerusform>%Ln نتيجة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more here; open it and press Ctrl+F</source>
        <translation>
            <numerusform>لا نتائج أخرى هنا</numerusform>
            <numerusform>نتيجة أخرى هنا؛ افتح المقال واضغط Ctrl+F</numerusform>
            <numerusform>نتيجتان أخريان هنا؛ افتح المقال واضغط Ctrl+F</numerusform>
            <numerusform>%Ln نتائج أخرى هنا؛ افتح المقال واضغط Ctrl+F</numerusform>
            <numerusform>%Ln نتيجة أخرى هنا؛ افتح المقال واضغط Ctrl+F</numerusform>
            <numerusform>%Ln نتيجة أخرى هنا؛ افتح المقال واضغط Ctrl+F</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Names</source>
        <translation>الأسماء</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>بلا عنوان</translation>
    </message>
</context>
<context>
    <name>HiddenController</name>
    <message numerus="yes">
        <source>%Ln hidden character(s)</source>
        <translation>
            <numerusform>لا محارف خفية</numerusform>
            <numerusform>محرف خفي واحد</numerusform>
            <numerusform>محرفان خفيان</numerusform>
            <numerusform>%Ln محارف خفية</numerusform>
            <numerusform>%Ln محرفًا خفيًّا</numerusform>
            <numerusform>%Ln محرف خفي</numerusform>
        </translation>
    </message>
    <message>
        <source>Invisible controls change the order in which this article is shown: %1.</source>
        <translation>محارف تحكّم خفية تغيّر ترتيب عرض هذا المقال: %1.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>إظهارها</translation>
    </message>
</context>
<context>
    <name>HistorySection</name>
    <message>
        <source>Bring back</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>اطلاع</translation>
    </message>
    <message>
        <source>Make it say this again, as a new act (Space)</source>
        <translation>إعادته إلى هذه الحال بفعل جديد (مسافة)</translation>
    </message>
    <message>
        <source>Show all that it said then (Space)</source>
        <translation>عرض كل ما كان فيه حينها (مسافة)</translation>
    </message>
    <message>
        <source>done again: {act}</source>
        <translation>إعادة: {act}</translation>
    </message>
    <message>
        <source>undone: {act}</source>
        <translation>تراجع عن: {act}</translation>
    </message>
    <message>
        <source>{field}: {after}</source>
        <translation>{field}: {after}</translation>
    </message>
    <message>
        <source>{field}: {before}, emptied</source>
        <translation>{field}: {before}، ثم أُفرغ</translation>
    </message>
    <message>
        <source>{field}: {before}, now {after}</source>
        <translation>{field}: {before}، ثم {after}</translation>
    </message>
</context>
<context>
    <name>ImportController</name>
    <message>
        <source>%1 of %2 imported.</source>
        <translation>استُورد %1 من %2.</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln other(s).</source>
        <translation>
            <numerusform>ولا غيرها.</numerusform>
            <numerusform>وواحد غيرها.</numerusform>
            <numerusform>واثنان غيرها.</numerusform>
            <numerusform>و%Ln غيرها.</numerusform>
            <numerusform>و%Ln غيرها.</numerusform>
            <numerusform>و%Ln غيرها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Articles (%1);;All files (*)</source>
        <translation>المقالات (%1);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Fetching the page</source>
        <translation>جلب الصفحة</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>استيراد مجلد</translation>
    </message>
    <message numerus="yes">
        <source>Importing %Ln file(s)</source>
        <translation>
            <numerusform>لا ملفات للاستيراد</numerusform>
            <numerusform>استيراد ملف واحد</numerusform>
            <numerusform>استيراد ملفين</numerusform>
            <numerusform>استيراد %Ln ملفات</numerusform>
            <numerusform>استيراد %Ln ملفًا</numerusform>
            <numerusform>استيراد %Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keeping %Ln article(s)</source>
        <translation>
            <numerusform>لا مقالات للحفظ</numerusform>
            <numerusform>حفظ مقال واحد</numerusform>
            <numerusform>حفظ مقالين</numerusform>
            <numerusform>حفظ %Ln مقالات</numerusform>
            <numerusform>حفظ %Ln مقالًا</numerusform>
            <numerusform>حفظ %Ln مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>Open an article</source>
        <translation>فتح مقال</translation>
    </message>
    <message>
        <source>Reading %1 again</source>
        <translation>إعادة قراءة %1</translation>
    </message>
    <message>
        <source>The clipboard</source>
        <translation>الحافظة</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message numerus="yes">
        <source>%Ln article(s) to import</source>
        <translation>
            <numerusform>لا مقالات للاستيراد</numerusform>
            <numerusform>مقال واحد للاستيراد</numerusform>
            <numerusform>مقالان للاستيراد</numerusform>
            <numerusform>%Ln مقالات للاستيراد</numerusform>
            <numerusform>%Ln مقالًا للاستيراد</numerusform>
            <numerusform>%Ln مقال للاستيراد</numerusform>
        </translation>
    </message>
    <message>
        <source>Articles that were read</source>
        <translation>المقالات المقروءة</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is in the library yet. Enter keeps %Ln of them, Esc keeps nothing.</source>
        <translation>
            <numerusform>لا شيء في المكتبة بعد، ولا شيء منها مختار للحفظ. Esc لترك كل شيء.</numerusform>
            <numerusform>لا شيء في المكتبة بعد. Enter لحفظ واحد منها، وEsc لترك كل شيء.</numerusform>
            <numerusform>لا شيء في المكتبة بعد. Enter لحفظ اثنين منها، وEsc لترك كل شيء.</numerusform>
            <numerusform>لا شيء في المكتبة بعد. Enter لحفظ %Ln منها، وEsc لترك كل شيء.</numerusform>
            <numerusform>لا شيء في المكتبة بعد. Enter لحفظ %Ln منها، وEsc لترك كل شيء.</numerusform>
            <numerusform>لا شيء في المكتبة بعد. Enter لحفظ %Ln منها، وEsc لترك كل شيء.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is in the library yet. Enter keeps, Esc keeps nothing.</source>
        <translation>لا شيء في المكتبة بعد. Enter للحفظ، وEsc لترك كل شيء.</translation>
    </message>
    <message>
        <source>Nothing is in the library yet. Say which column holds the texts.</source>
        <translation>لا شيء في المكتبة بعد. حدد العمود الذي فيه النصوص.</translation>
    </message>
    <message>
        <source>Reading it again…</source>
        <translation>تُعاد قراءته…</translation>
    </message>
    <message>
        <source>The text as it will be kept</source>
        <translation>النص كما سيُحفظ</translation>
    </message>
    <message>
        <source>There is no text to show.</source>
        <translation>لا نص لعرضه.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Act</source>
        <translation>العمل</translation>
    </message>
    <message>
        <source>Clear the selection, leave an annotation</source>
        <translation>إلغاء التحديد ومغادرة التعليق</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Larger, smaller, with the wheel</source>
        <translation>تكبير وتصغير بالعجلة</translation>
    </message>
    <message>
        <source>Move its start</source>
        <translation>تحريك بدايته</translation>
    </message>
    <message>
        <source>Move the end of the annotation</source>
        <translation>تحريك نهاية التعليق</translation>
    </message>
    <message>
        <source>Select by character, word, line</source>
        <translation>التحديد بالحرف والكلمة والسطر</translation>
    </message>
    <message>
        <source>Show only one tag in the list</source>
        <translation>إظهار علامة واحدة في القائمة</translation>
    </message>
</context>
<context>
    <name>LargeActs</name>
    <message>
        <source>Preparing: %1</source>
        <translation>تحضير: %1</translation>
    </message>
</context>
<context>
    <name>LengthAdvice</name>
    <message numerus="yes">
        <source>%Ln character(s). One sentence of at most {most} is advised; ClaimReview asks for fewer than {most}.</source>
        <translation>
            <numerusform>لا حروف. يُنصح بجملة واحدة لا تزيد على {most} حرفًا، ويطلب ClaimReview أقل من {most}.</numerusform>
            <numerusform>حرف واحد. يُنصح بجملة واحدة لا تزيد على {most} حرفًا، ويطلب ClaimReview أقل من {most}.</numerusform>
            <numerusform>حرفان. يُنصح بجملة واحدة لا تزيد على {most} حرفًا، ويطلب ClaimReview أقل من {most}.</numerusform>
            <numerusform>%Ln أحرف. يُنصح بجملة واحدة لا تزيد على {most} حرفًا، ويطلب ClaimReview أقل من {most}.</numerusform>
            <numerusform>%Ln حرفًا. يُنصح بجملة واحدة لا تزيد على {most} حرفًا، ويطلب ClaimReview أقل من {most}.</numerusform>
            <numerusform>%Ln حرف. يُنصح بجملة واحدة لا تزيد على {most} حرفًا، ويطلب ClaimReview أقل من {most}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {most}</source>
        <translation>{count} من {most}</translation>
    </message>
</context>
<context>
    <name>LinkedSection</name>
    <message>
        <source>Choose a quote of this article…</source>
        <translation>اختر اقتباسًا من هذا المقال…</translation>
    </message>
    <message>
        <source>Claim and quote</source>
        <translation>الادعاء والاقتباس</translation>
    </message>
    <message>
        <source>Go to it (Space)</source>
        <translation>الانتقال إليه (مسافة)</translation>
    </message>
    <message>
        <source>In which quote was it claimed?</source>
        <translation>في أي اقتباس ورد هذا الادعاء؟</translation>
    </message>
    <message>
        <source>Make a claim of the same words (L)</source>
        <translation>اجعل الكلمات نفسها ادعاءً (L)</translation>
    </message>
    <message>
        <source>Make a quote of the same words (L)</source>
        <translation>اجعل الكلمات نفسها اقتباسًا (L)</translation>
    </message>
    <message>
        <source>No claim is linked to this quote.</source>
        <translation>لا ادعاء مرتبط بهذا الاقتباس.</translation>
    </message>
    <message>
        <source>Take the link away</source>
        <translation>إزالة الربط</translation>
    </message>
    <message>
        <source>Take the link away (Space)</source>
        <translation>إزالة الربط (مسافة)</translation>
    </message>
</context>
<context>
    <name>ListFiller</name>
    <message>
        <source>Listing the annotations</source>
        <translation>سرد التعليقات في القائمة</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Annotations</source>
        <translation>التعليقات</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>البحث</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>الأدوات</translation>
    </message>
</context>
<context>
    <name>MarginController</name>
    <message>
        <source>Note on: %1</source>
        <translation>حاشية على: %1</translation>
    </message>
    <message>
        <source>Now: {value}. Enter keeps yours, Esc takes this.</source>
        <translation>القيمة الآن: {value}. يُبقي Enter ما كتبت، ويأخذ Esc هذه.</translation>
    </message>
    <message>
        <source>The annotation was deleted. What you were typing: {text}</source>
        <translation>حُذف التعليق. ما كنت تكتبه: {text}</translation>
    </message>
</context>
<context>
    <name>MarginEditor</name>
    <message>
        <source>Note</source>
        <translation>الملاحظة</translation>
    </message>
</context>
<context>
    <name>MentionController</name>
    <message numerus="yes">
        <source>%Ln mention(s)</source>
        <translation>
            <numerusform>لا مواضع</numerusform>
            <numerusform>موضع واحد</numerusform>
            <numerusform>موضعان</numerusform>
            <numerusform>%Ln مواضع</numerusform>
            <numerusform>%Ln موضعًا</numerusform>
            <numerusform>%Ln موضع</numerusform>
        </translation>
    </message>
    <message>
        <source>Finding mentions</source>
        <translation>البحث عن المواضع</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>اتركها</translation>
    </message>
    <message>
        <source>No mention of {name} is left to be tagged.</source>
        <translation>لم يبقَ موضع لـ{name} بلا تعليم.</translation>
    </message>
    <message>
        <source>Say first whom it means: a name in the details, or Y takes one.</source>
        <translation>حدد أولًا من المقصود: اسمًا في التفاصيل، أو Y لاعتماد المقترح.</translation>
    </message>
    <message>
        <source>Tag all {count} ({key})</source>
        <translation>علّمها كلها ({count}، {key})</translation>
    </message>
    <message numerus="yes">
        <source>in %Ln article(s)</source>
        <translation>
            <numerusform>في لا مقال</numerusform>
            <numerusform>في مقال واحد</numerusform>
            <numerusform>في مقالين</numerusform>
            <numerusform>في %Ln مقالات</numerusform>
            <numerusform>في %Ln مقالًا</numerusform>
            <numerusform>في %Ln مقال</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;Annotation</source>
        <translation>ت&amp;عليق</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;تحرير</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;ملف</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>م&amp;ساعدة</translation>
    </message>
    <message>
        <source>&amp;Places that are not sure</source>
        <translation>ال&amp;مواضع غير المؤكدة</translation>
    </message>
    <message>
        <source>&amp;Speakers and names</source>
        <translation>ال&amp;قائلون والأعلام</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>&amp;What is still to do</source>
        <translation>ما &amp;بقي للعمل</translation>
    </message>
    <message>
        <source>A&amp;rticle</source>
        <translation>ال&amp;مقال</translation>
    </message>
</context>
<context>
    <name>NarrowButton</name>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Claims with numbers</source>
        <translation>ادعاءات فيها أعداد</translation>
    </message>
    <message>
        <source>Claims without a number</source>
        <translation>ادعاءات بلا أعداد</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>تضييق</translation>
    </message>
    <message>
        <source>Narrow by numbers or place (Space)</source>
        <translation>التضييق بالأعداد أو بالمكان (مسافة)</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>الأعداد</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
</context>
<context>
    <name>NoteMargin</name>
    <message>
        <source>Notes stand here, beside the words. Press M on an annotation.</source>
        <translation>هنا تقف الحواشي بجانب الكلام. اضغط M على تعليق لتكتب حاشيته.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>إغلاق هذا الإشعار</translation>
    </message>
    <message>
        <source>Close this notice (Esc)</source>
        <translation>إغلاق هذا الإشعار (Esc)</translation>
    </message>
</context>
<context>
    <name>NumbersController</name>
    <message>
        <source>Counting</source>
        <translation>جارٍ الإحصاء</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Save the charts as %1</source>
        <translation>حفظ الرسوم بصيغة %1</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>حُفظ باسم %1.</translation>
    </message>
</context>
<context>
    <name>NumbersView</name>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>لا تعليقات</numerusform>
            <numerusform>تعليق واحد</numerusform>
            <numerusform>تعليقان</numerusform>
            <numerusform>%Ln تعليقات</numerusform>
            <numerusform>%Ln تعليقًا</numerusform>
            <numerusform>%Ln تعليق</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%Ln مقالات</numerusform>
            <numerusform>%Ln مقالًا</numerusform>
            <numerusform>%Ln مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>Count over</source>
        <translation>نطاق الإحصاء</translation>
    </message>
    <message>
        <source>Nothing to count yet. Select words in an article and press 1, 2 or 3.</source>
        <translation>لا شيء يُحصى بعد. حدد كلمات في مقال واضغط 1 أو 2 أو 3.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Numbers: {scope} ({counted})</source>
        <translation>أرقام: {scope} ({counted})</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>احفظها بصيغة</translation>
    </message>
    <message>
        <source>Save the charts as %1 (Space)</source>
        <translation>حفظ الرسوم بصيغة %1 (مسافة)</translation>
    </message>
    <message>
        <source>What is counted over (Space)</source>
        <translation>ما يُحصى (مسافة)</translation>
    </message>
</context>
<context>
    <name>OriginalController</name>
    <message>
        <source>A copy is opened. What it names on the network, its program may call.</source>
        <translation>فُتحت نسخة. قد يتصل برنامجها بما تذكره من عناوين على الشبكة.</translation>
    </message>
    <message>
        <source>No program of this computer opens it. It can be saved instead.</source>
        <translation>لا برنامج في هذا الحاسوب يفتحه. يمكن حفظه بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>Not what was imported: %1 bytes, SHA-256 %2… instead of %3…</source>
        <translation>ليس ما استُورد: %1 بايت، SHA-256 %2… بدلًا من %3…</translation>
    </message>
    <message>
        <source>Save the original</source>
        <translation>حفظ الأصل</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>حُفظ: %1</translation>
    </message>
    <message>
        <source>Unchanged since it was imported: %1 bytes, SHA-256 %2…</source>
        <translation>لم يتغير منذ استيراده: %1 بايت، SHA-256 %2…</translation>
    </message>
</context>
<context>
    <name>OwnFieldForm</name>
    <message>
        <source>Arabic | English</source>
        <translation>عربي | إنجليزي</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Delete the field, if no annotation fills it (Space)</source>
        <translation>حذف الحقل إن لم يملأه أي تعليق (مسافة)</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>إلى أسفل</translation>
    </message>
    <message>
        <source>Put the field before the one above (Space)</source>
        <translation>تقديم الحقل على ما فوقه (مسافة)</translation>
    </message>
    <message>
        <source>Put the field behind the one below (Space)</source>
        <translation>تأخير الحقل عما تحته (مسافة)</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>إلى أعلى</translation>
    </message>
</context>
<context>
    <name>OwnFieldsSection</name>
    <message>
        <source>Add…</source>
        <translation>أضف…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختر…</translation>
    </message>
    <message>
        <source>Fields of this tag</source>
        <translation>حقول هذه العلامة</translation>
    </message>
</context>
<context>
    <name>OwnFilter</name>
    <message>
        <source>Anything</source>
        <translation>أي قيمة</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>الحقول</translation>
    </message>
    <message>
        <source>Narrow by a field of your own (Space)</source>
        <translation>التضييق بحقل من حقولك (مسافة)</translation>
    </message>
</context>
<context>
    <name>PageSection</name>
    <message>
        <source>Fill the lines to both edges</source>
        <translation>ضبط الأسطر على الحافتين</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>ارتفاع السطر</translation>
    </message>
    <message>
        <source>Longest line, in widths of a letter</source>
        <translation>أطول سطر، بعرض الحرف</translation>
    </message>
    <message>
        <source>Notes in the margin, where there is room (F4)</source>
        <translation>الحواشي في الهامش حيث يتسع (F4)</translation>
    </message>
    <message>
        <source>Reading font</source>
        <translation>خط القراءة</translation>
    </message>
    <message>
        <source>Scroll smoothly with the wheel</source>
        <translation>تمرير سلس بعجلة الفأرة</translation>
    </message>
    <message>
        <source>Side margins, in tenths of it</source>
        <translation>الهامشان الجانبيان، بأعشاره</translation>
    </message>
    <message>
        <source>Size in points</source>
        <translation>الحجم بالنقاط</translation>
    </message>
</context>
<context>
    <name>PageVoice</name>
    <message>
        <source>End of %1</source>
        <translation>نهاية %1</translation>
    </message>
    <message>
        <source>Selected: %1</source>
        <translation>محدَّد: %1</translation>
    </message>
</context>
<context>
    <name>PaperController</name>
    <message>
        <source>Drawing the pages</source>
        <translation>رسم الصفحات</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>مفتاح العلامات</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>ملفات PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>حفظ بصيغة PDF</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>حُفظ باسم %1</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>حفظ %1</translation>
    </message>
    <message>
        <source>Select the words to quote first.</source>
        <translation>حدّد الكلمات المراد اقتباسها أولًا.</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>الطابعة لا تستجيب.</translation>
    </message>
</context>
<context>
    <name>PartCard</name>
    <message>
        <source>Open (Enter), take away (Del), move (Alt+↑↓)</source>
        <translation>فتح (Enter)، إزالة (Del)، تحريك (Alt+↑↓)</translation>
    </message>
    <message>
        <source>Open the article</source>
        <translation>افتح المقال</translation>
    </message>
    <message>
        <source>Open the article (Space)</source>
        <translation>افتح المقال (مسافة)</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Take away (Del)</source>
        <translation>إزالة (Del)</translation>
    </message>
    <message>
        <source>Type a few letters of its title</source>
        <translation>اكتب بضعة أحرف من عنوانه</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Add a correction</source>
        <translation>إضافة تصحيح</translation>
    </message>
    <message>
        <source>Add a place</source>
        <translation>إضافة موضع</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>إضافة دليل</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>التصحيحات</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>الأدلة</translation>
    </message>
    <message>
        <source>New correction</source>
        <translation>تصحيح جديد</translation>
    </message>
    <message>
        <source>New evidence</source>
        <translation>دليل جديد</translation>
    </message>
    <message>
        <source>New place</source>
        <translation>موضع جديد</translation>
    </message>
    <message>
        <source>Nothing was corrected since it was published.</source>
        <translation>لم يُصحَّح شيء منذ النشر.</translation>
    </message>
    <message>
        <source>What was it checked against? Two independent sources, at least.</source>
        <translation>بماذا قوبل الادعاء؟ مصدران مستقلان على الأقل.</translation>
    </message>
    <message>
        <source>Where it appeared</source>
        <translation>مواضع النشر</translation>
    </message>
    <message>
        <source>Where was the claim spread? Archive each place at once.</source>
        <translation>أين انتشر الادعاء؟ احفظ نسخة أرشيف من كل موضع فورًا.</translation>
    </message>
</context>
<context>
    <name>PartsSection</name>
    <message>
        <source>Fewer than two independent sources: look for another.</source>
        <translation>أقل من مصدرين مستقلين: ابحث عن مصدر آخر.</translation>
    </message>
</context>
<context>
    <name>PlaceBar</name>
    <message>
        <source>The words it had</source>
        <translation>الكلمات التي كانت له</translation>
    </message>
</context>
<context>
    <name>PlaceController</name>
    <message>
        <source>Lost its place</source>
        <translation>فُقد موضعه</translation>
    </message>
    <message>
        <source>No annotation waits to be looked at.</source>
        <translation>لا تعليق ينتظر المراجعة.</translation>
    </message>
    <message>
        <source>Nobody knows the words that it had.</source>
        <translation>لا تُعرف الكلمات التي كانت له.</translation>
    </message>
    <message>
        <source>Select its words on the page first.</source>
        <translation>اختر كلماته في الصفحة أولًا.</translation>
    </message>
    <message>
        <source>Select its words on the page, then tie it to them.</source>
        <translation>اختر كلماته في الصفحة ثم اربطه بها.</translation>
    </message>
    <message>
        <source>The text has changed here. Are these the words? They were:</source>
        <translation>تغيّر النص هنا. أهذه هي الكلمات؟ كانت:</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>غير مؤكد</translation>
    </message>
</context>
<context>
    <name>PlaceParts</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>لا مكان آخر</numerusform>
            <numerusform>مكان آخر</numerusform>
            <numerusform>مكانان آخران</numerusform>
            <numerusform>%Ln أماكن أخرى</numerusform>
            <numerusform>%Ln مكانًا آخر</numerusform>
            <numerusform>%Ln مكان آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Also list what points to places within it (Space)</source>
        <translation>إدراج ما يشير إلى الأماكن الواقعة فيه أيضًا (مسافة)</translation>
    </message>
    <message>
        <source>Its parts</source>
        <translation>أجزاؤه</translation>
    </message>
    <message>
        <source>Open its page (Space)</source>
        <translation>فتح صفحته (مسافة)</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>جزء من</translation>
    </message>
    <message>
        <source>With what is said of its parts</source>
        <translation>مع ما قيل عن أجزائه</translation>
    </message>
</context>
<context>
    <name>PreviewButtons</name>
    <message>
        <source>(Del, in the list)</source>
        <translation>(Del في القائمة)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>حفظ</translation>
    </message>
    <message numerus="yes">
        <source>Keep %Ln</source>
        <translation>
            <numerusform>حفظ الكل</numerusform>
            <numerusform>حفظ مقال واحد</numerusform>
            <numerusform>حفظ مقالين</numerusform>
            <numerusform>حفظ %Ln مقالات</numerusform>
            <numerusform>حفظ %Ln مقالًا</numerusform>
            <numerusform>حفظ %Ln مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep nothing</source>
        <translation>عدم الحفظ</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>حفظ هذا</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>ترك</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>إدراج</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>A font is missing and another stands in for it: %1</source>
        <translation>خط مفقود حلّ غيره محله: %1</translation>
    </message>
    <message>
        <source>Drop an article here, paste one with Ctrl+Shift+V, or open one with Ctrl+O.</source>
        <translation>أفلت مقالًا هنا، أو ألصق نصه بالمفاتيح Ctrl+Shift+V، أو افتح ملفًا بالمفتاحين Ctrl+O.</translation>
    </message>
    <message>
        <source>Hashiya</source>
        <translation>حاشية</translation>
    </message>
    <message>
        <source>Libraries (*.db)</source>
        <translation>المكتبات (*.db)</translation>
    </message>
    <message>
        <source>Open another library</source>
        <translation>فتح مكتبة أخرى</translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation>فتح مكتبة أخرى…</translation>
    </message>
    <message>
        <source>Restore the newest copy</source>
        <translation>استعادة أحدث نسخة</translation>
    </message>
    <message>
        <source>The SQLite of this computer is old: one window at a time can be open.</source>
        <translation>إصدار SQLite في هذا الحاسوب قديم: لا يمكن فتح أكثر من نافذة واحدة في الوقت نفسه.</translation>
    </message>
    <message>
        <source>The article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>Provenance</name>
    <message>
        <source>Changed {when}</source>
        <translation>عُدّل {when}</translation>
    </message>
    <message>
        <source>Created {when}</source>
        <translation>أُنشئ {when}</translation>
    </message>
</context>
<context>
    <name>QuotedWords</name>
    <message>
        <source>The marked words</source>
        <translation>الكلمات المعلَّمة</translation>
    </message>
</context>
<context>
    <name>References</name>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>ادعى</translation>
    </message>
    <message>
        <source>Mentioned</source>
        <translation>ذُكر</translation>
    </message>
    <message>
        <source>Nothing points here yet. “Tag all mentions” finds the name.</source>
        <translation>لا شيء يشير إليه بعد. «تعليم كل المواضع» يجد اسمه.</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>قال</translation>
    </message>
    <message>
        <source>Where the name stands</source>
        <translation>مواضع العَلَم</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>لا أعلام</numerusform>
            <numerusform>عَلَم واحد</numerusform>
            <numerusform>عَلَمان</numerusform>
            <numerusform>%Ln أعلام</numerusform>
            <numerusform>%Ln عَلَمًا</numerusform>
            <numerusform>%Ln عَلَم</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>حسب الاسم</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>ابحث عن اسم</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Make the two that are chosen one; the first keeps its name</source>
        <translation>جعل المختارَين واحدًا؛ ويبقى اسم الأول</translation>
    </message>
    <message>
        <source>Merge the two</source>
        <translation>دمج الاثنين</translation>
    </message>
    <message>
        <source>Most often first</source>
        <translation>الأكثر ورودًا أولًا</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>Nobody is called so. Enter puts the name into the register.</source>
        <translation>لا أحد بهذا الاسم. Enter يضيفه إلى السجل.</translation>
    </message>
    <message>
        <source>Nobody yet. Tag a name with 2, or say who spoke in a quote&apos;s details.</source>
        <translation>لا أحد بعد. علّم اسمًا بالمفتاح 2، أو حدد القائل في تفاصيل اقتباس.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>People, organisations and places</source>
        <translation>الأشخاص والجهات والأماكن</translation>
    </message>
    <message>
        <source>Perhaps double</source>
        <translation>ربما مكررة</translation>
    </message>
    <message>
        <source>Put somebody into the register, of the name that is typed</source>
        <translation>إضافة عَلَم إلى السجل بالاسم المكتوب</translation>
    </message>
</context>
<context>
    <name>RegisterDelegate</name>
    <message>
        <source>Another bears this name</source>
        <translation>يحمل غيره الاسم نفسه</translation>
    </message>
</context>
<context>
    <name>RelateBar</name>
    <message>
        <source>Pick the other annotation</source>
        <translation>اختر التعليق الآخر</translation>
    </message>
    <message>
        <source>Pick the other annotation from a list (Space)</source>
        <translation>اختيار التعليق الآخر من قائمة (مسافة)</translation>
    </message>
    <message>
        <source>Relate to nothing</source>
        <translation>إلغاء الربط</translation>
    </message>
    <message>
        <source>Relate to nothing (Esc)</source>
        <translation>إلغاء الربط (Esc)</translation>
    </message>
    <message>
        <source>Type of the relation</source>
        <translation>نوع العلاقة</translation>
    </message>
    <message>
        <source>Type of the relation (Space)</source>
        <translation>نوع العلاقة (مسافة)</translation>
    </message>
    <message>
        <source>or click it on the page</source>
        <translation>أو انقره في الصفحة</translation>
    </message>
</context>
<context>
    <name>RelationController</name>
    <message>
        <source>Choose an annotation first, then relate it.</source>
        <translation>اختر تعليقًا أولًا ثم اربطه.</translation>
    </message>
    <message>
        <source>The two are related so already.</source>
        <translation>هذه العلاقة قائمة بينهما من قبل.</translation>
    </message>
</context>
<context>
    <name>RelationsSection</name>
    <message>
        <source>From the other annotation to this one (Space)</source>
        <translation>من التعليق الآخر إلى هذا (مسافة)</translation>
    </message>
    <message>
        <source>From this annotation to the other (Space)</source>
        <translation>من هذا التعليق إلى الآخر (مسافة)</translation>
    </message>
    <message>
        <source>Go to it (Space)</source>
        <translation>الانتقال إليه (مسافة)</translation>
    </message>
    <message>
        <source>Relate to another annotation…</source>
        <translation>الربط بتعليق آخر…</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>العلاقات</translation>
    </message>
    <message>
        <source>Take the relation away</source>
        <translation>إزالة العلاقة</translation>
    </message>
    <message>
        <source>Take the relation away (Space)</source>
        <translation>إزالة العلاقة (مسافة)</translation>
    </message>
    <message>
        <source>Tie this annotation to another one (R)</source>
        <translation>ربط هذا التعليق بتعليق آخر (R)</translation>
    </message>
    <message>
        <source>Type of the relation</source>
        <translation>نوع العلاقة</translation>
    </message>
</context>
<context>
    <name>ReviewCard</name>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>لم يقرر بعد</translation>
    </message>
</context>
<context>
    <name>ReviewSection</name>
    <message>
        <source>Earlier verdicts:</source>
        <translation>الأحكام السابقة:</translation>
    </message>
    <message>
        <source>Give a verdict first; then somebody else reviews it.</source>
        <translation>حدّد الحكم أولًا، ثم يراجعه شخص آخر.</translation>
    </message>
    <message>
        <source>Second review</source>
        <translation>المراجعة الثانية</translation>
    </message>
</context>
<context>
    <name>RevisionController</name>
    <message numerus="yes">
        <source>%Ln annotation(s) stayed</source>
        <translation>
            <numerusform>لم يبق أي تعليق في موضعه</numerusform>
            <numerusform>بقي تعليق واحد في موضعه</numerusform>
            <numerusform>بقي تعليقان في موضعهما</numerusform>
            <numerusform>بقيت %Ln تعليقات في مواضعها</numerusform>
            <numerusform>بقي %Ln تعليقًا في موضعه</numerusform>
            <numerusform>بقي %Ln تعليق في موضعه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) came again with another text.</source>
        <translation>
            <numerusform>لم يأتِ أي مقال بنص آخر.</numerusform>
            <numerusform>جاء مقال واحد بنص آخر.</numerusform>
            <numerusform>جاء مقالان بنص آخر.</numerusform>
            <numerusform>جاءت %Ln مقالات بنص آخر.</numerusform>
            <numerusform>جاء %Ln مقالًا بنص آخر.</numerusform>
            <numerusform>جاء %Ln مقال بنص آخر.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) were there already.</source>
        <translation>
            <numerusform>لم يكن أي مقال في المكتبة.</numerusform>
            <numerusform>كان مقال واحد في المكتبة.</numerusform>
            <numerusform>كان مقالان في المكتبة.</numerusform>
            <numerusform>كانت %Ln مقالات في المكتبة.</numerusform>
            <numerusform>كان %Ln مقالًا في المكتبة.</numerusform>
            <numerusform>كان %Ln مقال في المكتبة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found again</source>
        <translation>
            <numerusform>لم يُعثر على أي مفقود</numerusform>
            <numerusform>عُثر على مفقود واحد</numerusform>
            <numerusform>عُثر على مفقودين</numerusform>
            <numerusform>عُثر على %Ln مفقودات</numerusform>
            <numerusform>عُثر على %Ln مفقودًا</numerusform>
            <numerusform>عُثر على %Ln مفقود</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <translation>
            <numerusform>لم يُفقد موضع أي منها</numerusform>
            <numerusform>فُقد موضع واحد</numerusform>
            <numerusform>فُقد موضعان</numerusform>
            <numerusform>فُقدت %Ln مواضع</numerusform>
            <numerusform>فُقد %Ln موضعًا</numerusform>
            <numerusform>فُقد %Ln موضع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moved</source>
        <translation>
            <numerusform>لم ينتقل أي منها</numerusform>
            <numerusform>انتقل واحد</numerusform>
            <numerusform>انتقل اثنان</numerusform>
            <numerusform>انتقلت %Ln</numerusform>
            <numerusform>انتقل %Ln</numerusform>
            <numerusform>انتقل %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) changed</source>
        <translation>
            <numerusform>لم يتغير أي موضع</numerusform>
            <numerusform>تغيّر موضع واحد</numerusform>
            <numerusform>تغيّر موضعان</numerusform>
            <numerusform>تغيّرت %Ln مواضع</numerusform>
            <numerusform>تغيّر %Ln موضعًا</numerusform>
            <numerusform>تغيّر %Ln موضع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to look at</source>
        <translation>
            <numerusform>لا شيء للمراجعة</numerusform>
            <numerusform>واحد للمراجعة</numerusform>
            <numerusform>اثنان للمراجعة</numerusform>
            <numerusform>%Ln للمراجعة</numerusform>
            <numerusform>%Ln للمراجعة</numerusform>
            <numerusform>%Ln للمراجعة</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>؛ </translation>
    </message>
    <message>
        <source>Add it all the same</source>
        <translation>أضفه على أي حال</translation>
    </message>
    <message>
        <source>Following the annotations</source>
        <translation>تتبّع التعليقات</translation>
    </message>
    <message>
        <source>Keep as an article of its own</source>
        <translation>احتفظ به مقالًا مستقلًا</translation>
    </message>
    <message>
        <source>Revision %1 of “%2”: %3</source>
        <translation>المراجعة %1 من «%2»: %3</translation>
    </message>
    <message>
        <source>This text has changed since you read it.</source>
        <translation>تغيّر هذا النص منذ قرأته.</translation>
    </message>
    <message>
        <source>This text has not changed: it was imported once.</source>
        <translation>لم يتغير هذا النص: استُورد مرة واحدة.</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>ما الذي تغير</translation>
    </message>
    <message>
        <source>“%1” is in the library already, with this very text.</source>
        <translation>«%1» في المكتبة من قبل، وبهذا النص نفسه.</translation>
    </message>
</context>
<context>
    <name>SavingController</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) could not be saved and would be lost.</source>
        <translation>
            <numerusform>لا تغييرات معرضة للفقدان.</numerusform>
            <numerusform>تعذر حفظ تغيير واحد وسيُفقد.</numerusform>
            <numerusform>تعذر حفظ تغييرين وسيُفقدان.</numerusform>
            <numerusform>تعذر حفظ %Ln تغييرات وستُفقد.</numerusform>
            <numerusform>تعذر حفظ %Ln تغييرًا وستُفقد.</numerusform>
            <numerusform>تعذر حفظ %Ln تغيير وستُفقد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>إغلاق وفقدانها</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>إبقاء ما عندي</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>إبقاء ما في المكتبة</translation>
    </message>
    <message>
        <source>Libraries (*.db)</source>
        <translation>المكتبات (*.db)</translation>
    </message>
    <message numerus="yes">
        <source>Not saved: %Ln change(s)</source>
        <translation>
            <numerusform>لا تغييرات غير محفوظة</numerusform>
            <numerusform>لم يُحفظ تغيير واحد</numerusform>
            <numerusform>لم يُحفظ تغييران</numerusform>
            <numerusform>لم تُحفظ %Ln تغييرات</numerusform>
            <numerusform>لم يُحفظ %Ln تغييرًا</numerusform>
            <numerusform>لم يُحفظ %Ln تغيير</numerusform>
        </translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>للقراءة فقط</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>حفظ نسخة في مكان آخر…</translation>
    </message>
    <message>
        <source>Save a copy of the library</source>
        <translation>حفظ نسخة من المكتبة</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>حفظ نسخة…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>محفوظ</translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation>حفظ نسخة</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>البقاء</translation>
    </message>
    <message>
        <source>The copy is complete and was checked: %1</source>
        <translation>النسخة تامة وقد جرى التحقق منها: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Waiting: another window is saving</source>
        <translation>انتظار: نافذة أخرى تحفظ</translation>
    </message>
</context>
<context>
    <name>ScalesDialog</name>
    <message>
        <source>%1 (in force)</source>
        <translation>%1 (المعمول به)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Export the scale</source>
        <translation>تصدير المقياس</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Import a scale</source>
        <translation>استيراد مقياس</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>Name in Arabic</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>New scale</source>
        <translation>مقياس جديد</translation>
    </message>
    <message>
        <source>Reviewers who approve before publication</source>
        <translation>عدد المراجعين الموافقين قبل النشر</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>المقياس</translation>
    </message>
    <message>
        <source>Use for new verdicts</source>
        <translation>اعتماده للأحكام الجديدة</translation>
    </message>
    <message>
        <source>Verdict scales</source>
        <translation>مقاييس الأحكام</translation>
    </message>
</context>
<context>
    <name>ScopeWords</name>
    <message numerus="yes">
        <source>%Ln annotation(s) in the list</source>
        <translation>
            <numerusform>لا تعليقات في القائمة</numerusform>
            <numerusform>تعليق واحد في القائمة</numerusform>
            <numerusform>تعليقان في القائمة</numerusform>
            <numerusform>%Ln تعليقات في القائمة</numerusform>
            <numerusform>%Ln تعليقًا في القائمة</numerusform>
            <numerusform>%Ln تعليق في القائمة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen annotation(s)</source>
        <translation>
            <numerusform>لا تعليقات مختارة</numerusform>
            <numerusform>تعليق مختار واحد</numerusform>
            <numerusform>تعليقان مختاران</numerusform>
            <numerusform>%Ln تعليقات مختارة</numerusform>
            <numerusform>%Ln تعليقًا مختارًا</numerusform>
            <numerusform>%Ln تعليق مختار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen claim(s)</source>
        <translation>
            <numerusform>لا ادعاءات مختارة</numerusform>
            <numerusform>ادعاء مختار واحد</numerusform>
            <numerusform>ادعاءان مختاران</numerusform>
            <numerusform>%Ln ادعاءات مختارة</numerusform>
            <numerusform>%Ln ادعاءً مختارًا</numerusform>
            <numerusform>%Ln ادعاء مختار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln claim(s) on the board</source>
        <translation>
            <numerusform>لا ادعاءات على اللوح</numerusform>
            <numerusform>ادعاء واحد على اللوح</numerusform>
            <numerusform>ادعاءان على اللوح</numerusform>
            <numerusform>%Ln ادعاءات على اللوح</numerusform>
            <numerusform>%Ln ادعاءً على اللوح</numerusform>
            <numerusform>%Ln ادعاء على اللوح</numerusform>
        </translation>
    </message>
    <message>
        <source>The article on the page</source>
        <translation>المقال المعروض</translation>
    </message>
    <message>
        <source>The articles that the list shows</source>
        <translation>المقالات المعروضة في القائمة</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>المكتبة كلها</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>Search all articles, notes, names and evidence. Click an example to try it:</source>
        <translation>ابحث في كل المقالات والملاحظات والأسماء والأدلة. انقر مثالًا لتجربته:</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Also behind و ف ب ك ل ال joined to the word</source>
        <translation>ولو سبقتها و ف ب ك ل ال متصلةً بها</translation>
    </message>
    <message numerus="yes">
        <source>In %Ln article(s), the newest first</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>في مقال واحد</numerusform>
            <numerusform>في مقالين، الأحدث أولًا</numerusform>
            <numerusform>في %Ln مقالات، الأحدث أولًا</numerusform>
            <numerusform>في %Ln مقالًا، الأحدث أولًا</numerusform>
            <numerusform>في %Ln مقال، الأحدث أولًا</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In up to %Ln article(s), the newest first</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>في مقال واحد على الأكثر</numerusform>
            <numerusform>في مقالين على الأكثر، الأحدث أولًا</numerusform>
            <numerusform>في %Ln مقالات على الأكثر، الأحدث أولًا</numerusform>
            <numerusform>في %Ln مقالًا على الأكثر، الأحدث أولًا</numerusform>
            <numerusform>في %Ln مقال على الأكثر، الأحدث أولًا</numerusform>
        </translation>
    </message>
    <message>
        <source>No word that only begins so</source>
        <translation>لا الكلمات التي تبدأ بها فقط</translation>
    </message>
    <message>
        <source>Nothing found yet. From the third letter on, words that begin so are found too.</source>
        <translation>لا نتائج بعد. من الحرف الثالث تظهر أيضًا الكلمات التي تبدأ بما تكتبه.</translation>
    </message>
    <message>
        <source>Nothing found. Fewer words find more.</source>
        <translation>لا نتائج. كلما قلّت الكلمات زادت النتائج.</translation>
    </message>
    <message>
        <source>Nothing found. Turn “Whole word” off to find more.</source>
        <translation>لا نتائج. ألغِ «كلمة كاملة» لتجد أكثر.</translation>
    </message>
    <message>
        <source>Nothing found. Turn “With attached particles” on to find more.</source>
        <translation>لا نتائج. فعّل «مع اللواصق» لتجد أكثر.</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>البحث في المكتبة</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>نتائج البحث</translation>
    </message>
    <message>
        <source>Whole word</source>
        <translation>كلمة كاملة</translation>
    </message>
    <message>
        <source>With attached particles</source>
        <translation>مع اللواصق</translation>
    </message>
    <message>
        <source>“%1” is no date such as 2021-03-14</source>
        <translation>«%1» ليس تاريخًا مثل 2021-03-14</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Show or hide this part (Space)</source>
        <translation>إظهار هذا القسم أو إخفاؤه (مسافة)</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>%1 of the chosen annotations</source>
        <translation>%1 في التعليقات المختارة</translation>
    </message>
    <message>
        <source>%1, in all of them (Enter)</source>
        <translation>%1 فيها كلها (Enter)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>لم يُختر شيء</numerusform>
            <numerusform>اختير تعليق واحد</numerusform>
            <numerusform>اختير تعليقان</numerusform>
            <numerusform>اختيرت %Ln تعليقات</numerusform>
            <numerusform>اختير %Ln تعليقًا</numerusform>
            <numerusform>اختير %Ln تعليق</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to the notes of the chosen annotations</source>
        <translation>إضافة إلى ملاحظات التعليقات المختارة</translation>
    </message>
    <message>
        <source>Add to their notes (Enter)</source>
        <translation>إضافة إلى ملاحظاتها (Enter)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Delete the chosen annotations</source>
        <translation>حذف التعليقات المختارة</translation>
    </message>
    <message>
        <source>Delete the chosen annotations (Del)</source>
        <translation>حذف التعليقات المختارة (Del)</translation>
    </message>
    <message>
        <source>Fill a field of the chosen annotations (Space)</source>
        <translation>ملء حقل في التعليقات المختارة (مسافة)</translation>
    </message>
    <message>
        <source>Give the chosen annotations a status (Space)</source>
        <translation>تغيير حالة التعليقات المختارة (مسافة)</translation>
    </message>
    <message>
        <source>Give the chosen annotations another tag (1, 2, 3)</source>
        <translation>تغيير علامة التعليقات المختارة (1، 2، 3)</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Another language is used from the next start on.</source>
        <translation>تُستعمل اللغة الجديدة ابتداءً من التشغيل المقبل.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>كلغة النظام</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Its address on the web</source>
        <translation>عنوانها على الويب</translation>
    </message>
    <message>
        <source>Language of the interface</source>
        <translation>لغة الواجهة</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Look at every article before it is kept, also at plain texts</source>
        <translation>معاينة كل مقال قبل حفظه، حتى النصوص العادية</translation>
    </message>
    <message>
        <source>Name of the desk that publishes verdicts</source>
        <translation>اسم غرفة التحرير التي تنشر الأحكام</translation>
    </message>
    <message>
        <source>Offer the tags beside a selection</source>
        <translation>عرض العلامات بجانب التحديد</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>عاجي</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>الصفحة</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Your name, as it stands beside your annotations</source>
        <translation>اسمك كما يظهر إلى جانب تعليقاتك</translation>
    </message>
</context>
<context>
    <name>ShelfButton</name>
    <message>
        <source>Collections and labels (Space)</source>
        <translation>المجموعات والوسوم (مسطرة المسافات)</translation>
    </message>
</context>
<context>
    <name>ShelfController</name>
    <message numerus="yes">
        <source>%Ln article(s) deleted for good.</source>
        <translation>
            <numerusform>لم يُحذف أي مقال.</numerusform>
            <numerusform>حُذف مقال واحد نهائيًا.</numerusform>
            <numerusform>حُذف مقالان نهائيًا.</numerusform>
            <numerusform>حُذفت %Ln مقالات نهائيًا.</numerusform>
            <numerusform>حُذف %Ln مقالًا نهائيًا.</numerusform>
            <numerusform>حُذف %Ln مقال نهائيًا.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShelfModel</name>
    <message>
        <source>All articles</source>
        <translation>كل المقالات</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>المجموعات</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>المكررات</translation>
    </message>
    <message>
        <source>In no collection</source>
        <translation>خارج المجموعات</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Recently read</source>
        <translation>المقروءة حديثًا</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>سلة المحذوفات</translation>
    </message>
</context>
<context>
    <name>ShelfPane</name>
    <message>
        <source>Collections and labels</source>
        <translation>المجموعات والوسوم</translation>
    </message>
    <message>
        <source>Delete, and keep the articles</source>
        <translation>حذف مع إبقاء المقالات</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>إفراغ سلة المحذوفات…</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>مجموعة جديدة</translation>
    </message>
    <message>
        <source>New collection inside</source>
        <translation>مجموعة جديدة داخلها</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>وسم جديد</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>تسمية</translation>
    </message>
</context>
<context>
    <name>SimilarController</name>
    <message>
        <source>Reading the claims</source>
        <translation>قراءة الادعاءات</translation>
    </message>
</context>
<context>
    <name>SimilarPopup</name>
    <message>
        <source>Claimed before?</source>
        <translation>هل قيل من قبل؟</translation>
    </message>
</context>
<context>
    <name>SimilarSection</name>
    <message>
        <source>Claimed before?</source>
        <translation>هل قيل من قبل؟</translation>
    </message>
    <message>
        <source>No earlier claim says nearly the same.</source>
        <translation>لا ادعاء سابقًا يقول ما يشبه هذا.</translation>
    </message>
</context>
<context>
    <name>SortOrder</name>
    <message>
        <source>By position</source>
        <translation>حسب الموضع</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>حسب الحالة</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>حسب العلامة</translation>
    </message>
    <message>
        <source>By text</source>
        <translation>حسب النص</translation>
    </message>
</context>
<context>
    <name>SpeakingController</name>
    <message>
        <source>Go to a quote first, then select its speaker.</source>
        <translation>اذهب إلى اقتباس أولًا، ثم اختر قائله.</translation>
    </message>
    <message>
        <source>Go to a quote or a claim first.</source>
        <translation>انتقل إلى اقتباس أو ادعاء أولًا.</translation>
    </message>
    <message>
        <source>It continues the previous quote now.</source>
        <translation>صار تتمّة للاقتباس السابق.</translation>
    </message>
    <message>
        <source>It is quoted within the quote around it now.</source>
        <translation>صار منقولًا ضمن الاقتباس المحيط به.</translation>
    </message>
    <message>
        <source>It stands for itself now.</source>
        <translation>صار اقتباسًا قائمًا بنفسه.</translation>
    </message>
    <message>
        <source>No name is suggested here.</source>
        <translation>لا اسم مقترحًا هنا.</translation>
    </message>
    <message>
        <source>No quote stands around this one.</source>
        <translation>لا اقتباس يحيط بهذا الاقتباس.</translation>
    </message>
    <message>
        <source>Quote and claim are linked.</source>
        <translation>صار الاقتباس والادعاء مرتبطين.</translation>
    </message>
    <message>
        <source>Select the words in the text first; the quote stays current.</source>
        <translation>اختر الكلمات في النص أولًا؛ ويبقى الاقتباس هو الحالي.</translation>
    </message>
    <message>
        <source>Speaker: {name}</source>
        <translation>القائل: {name}</translation>
    </message>
    <message>
        <source>Taken: {name}</source>
        <translation>اعتُمد: {name}</translation>
    </message>
    <message>
        <source>There is no quote before this one.</source>
        <translation>لا اقتباس قبل هذا.</translation>
    </message>
</context>
<context>
    <name>SpokenSection</name>
    <message>
        <source>Continues the previous quote (P)</source>
        <translation>تتمّة للسابق (P)</translation>
    </message>
    <message>
        <source>Everything from {name} (G)</source>
        <translation>كل ما قاله {name} (G)</translation>
    </message>
    <message>
        <source>Is it {name}?</source>
        <translation>أهو {name}؟</translation>
    </message>
    <message>
        <source>No quotation marks</source>
        <translation>بلا علامات تنصيص</translation>
    </message>
    <message>
        <source>Quotation marks {marks}: {state}</source>
        <translation>علامات التنصيص {marks}: {state}</translation>
    </message>
    <message>
        <source>Tag all mentions (T)</source>
        <translation>تعليم كل المواضع (T)</translation>
    </message>
    <message>
        <source>This is the cue (D)</source>
        <translation>هذا هو فعل القول (D)</translation>
    </message>
    <message>
        <source>This is the speaker (S)</source>
        <translation>هذا هو القائل (S)</translation>
    </message>
    <message>
        <source>Who is meant</source>
        <translation>من المقصود</translation>
    </message>
    <message>
        <source>Within the quote around it (I)</source>
        <translation>ضمن الاقتباس المحيط به (I)</translation>
    </message>
    <message>
        <source>continues the previous quote</source>
        <translation>تتمّة للسابق</translation>
    </message>
    <message>
        <source>quoted within the quote around it</source>
        <translation>منقول ضمن الاقتباس المحيط به</translation>
    </message>
    <message>
        <source>the cue is tied to the text</source>
        <translation>فعل القول محدد في النص</translation>
    </message>
    <message>
        <source>the speaker is tied to the text</source>
        <translation>القائل محدد في النص</translation>
    </message>
</context>
<context>
    <name>StepsInput</name>
    <message>
        <source>{step} of 5</source>
        <translation>{step} من 5</translation>
    </message>
</context>
<context>
    <name>StepsTable</name>
    <message>
        <source>Add a step</source>
        <translation>إضافة درجة</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>بالعربية</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>الأعلى</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>الصنف</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>أسفل</translation>
    </message>
    <message>
        <source>English</source>
        <translation>بالإنجليزية</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>الدرجة</translation>
    </message>
    <message>
        <source>Remove the step</source>
        <translation>إزالة الدرجة</translation>
    </message>
    <message>
        <source>Steps of the scale, best first</source>
        <translation>درجات المقياس، الأصدق أولًا</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>أعلى</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>الأدنى</translation>
    </message>
</context>
<context>
    <name>SubjectPage</name>
    <message>
        <source>Add…</source>
        <translation>أضف…</translation>
    </message>
    <message>
        <source>Choose a name to see what was said by it, about it and claimed.</source>
        <translation>اختر اسمًا لترى ما قاله وما ذُكر عنه وما ادعاه.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Copy all with sources</source>
        <translation>انسخ الكل بمصادره</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>For instance: %1</source>
        <translation>مثلًا: %1</translation>
    </message>
    <message>
        <source>Merge the double into this one</source>
        <translation>ادمج المكرر هنا</translation>
    </message>
    <message>
        <source>Minister of Oil (2018/10 – 2020/05)</source>
        <translation>وزير النفط (2018/10 – 2020/05)</translation>
    </message>
    <message>
        <source>One a line</source>
        <translation>اسم في كل سطر</translation>
    </message>
    <message>
        <source>Split off what is chosen</source>
        <translation>افصل المختار في عَلَم جديد</translation>
    </message>
    <message>
        <source>Tag all mentions in the article</source>
        <translation>علّم كل المواضع في المقال</translation>
    </message>
    <message>
        <source>Tag them in all articles</source>
        <translation>علّمها في كل المقالات</translation>
    </message>
    <message>
        <source>Type a few letters of its name</source>
        <translation>اكتب أحرفًا من اسمه</translation>
    </message>
</context>
<context>
    <name>SubjectsController</name>
    <message numerus="yes">
        <source>%Ln copied with sources</source>
        <translation>
            <numerusform>لم يُنسخ شيء</numerusform>
            <numerusform>نُسخ واحد بمصدره</numerusform>
            <numerusform>نُسخ اثنان بمصدريهما</numerusform>
            <numerusform>نُسخت %Ln بمصادرها</numerusform>
            <numerusform>نُسخ %Ln بمصادرها</numerusform>
            <numerusform>نُسخ %Ln بمصادرها</numerusform>
        </translation>
    </message>
    <message>
        <source>Names</source>
        <translation>الأعلام</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>اسم جديد</translation>
    </message>
    <message>
        <source>The current annotation points to nobody yet; press S on a name.</source>
        <translation>التعليق الحالي لا يشير إلى أحد بعد؛ اختر اسمًا واضغط S.</translation>
    </message>
</context>
<context>
    <name>SubjectsView</name>
    <message>
        <source>People, organisations and places</source>
        <translation>الأشخاص والجهات والأماكن</translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>A field of your own stands in the details of each %1, and in exports.</source>
        <translation>أضف حقلًا من عندك، فيظهر في تفاصيل كل %1 وفي ما يُصدَّر.</translation>
    </message>
    <message>
        <source>A template tags selected words and fills in its values, by one key.</source>
        <translation>القالب يعلّم الكلمات المحددة ويملأ حقولها بضغطة واحدة.</translation>
    </message>
    <message>
        <source>Fields of this tag</source>
        <translation>حقول هذه العلامة</translation>
    </message>
    <message>
        <source>New field</source>
        <translation>حقل جديد</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>قالب جديد</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>القوالب</translation>
    </message>
</context>
<context>
    <name>TaskStrip</name>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1 (ومهام أخرى: %2)</translation>
    </message>
    <message>
        <source>Stop this</source>
        <translation>إيقاف هذا</translation>
    </message>
    <message>
        <source>Stop this (Esc)</source>
        <translation>إيقاف هذا (Esc)</translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation>إيقاف: %1</translation>
    </message>
    <message>
        <source>Stopping: %1</source>
        <translation>جارٍ الإيقاف: %1</translation>
    </message>
</context>
<context>
    <name>TemplateForm</name>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Delete the template (Space)</source>
        <translation>حذف القالب (مسافة)</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Checking the library</source>
        <translation>فحص المكتبة</translation>
    </message>
    <message>
        <source>Libraries (*.db)</source>
        <translation>المكتبات (*.db)</translation>
    </message>
    <message>
        <source>Open another library</source>
        <translation>فتح مكتبة أخرى</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>الصفحة</translation>
    </message>
    <message>
        <source>The library is sound.</source>
        <translation>المكتبة سليمة.</translation>
    </message>
</context>
</TS>
