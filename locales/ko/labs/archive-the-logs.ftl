title = 로그 보관하기
summary = 몇 해 동안의 로그를 읽기에 실패하는 일 없이, 감사 때 꺼낼 수 있게, 예산 안에서 보관해요.
story = 회사가 달마다 로그 { $gb } GB를 { $bucket } 버킷의 app/ 아래에 써요. { $hot }일 동안은 하루에 다섯 번쯤 읽고, { $warm }일까지는 한 달에 한 번쯤 읽고, 그 뒤로는 아무도 읽지 않아요. 하지만 법에 따라 { $years }년 동안 보관해야 하고, 감사인이 어떤 파일을 찾든 12시간 안에 내주어야 해요. 그대로 두면 { $years }년 동안 쓸 수 있는 { $budget } USD를 훌쩍 넘어요. 마지막에는 우리 답과 비교하는 것이 아니라 읽기와 감사인과 요금이 결과를 정해요.
question = 달마다 로그 { $gb } GB가 { $bucket } 버킷의 app/ 아래에 쌓여요. { $hot }일 동안은 하루에 다섯 번쯤, { $warm }일까지는 한 달에 한 번 읽고, 감사인이 어떤 파일이든 12시간 안에 받을 수 있도록 { $years }년 동안 보관해야 해요. { $budget } USD 미만으로 하려면 어떻게 해야 할까요?
debrief = 파일을 어디에 둘지는 세 가지로 정해요. 얼마나 자주 읽는지, 얼마나 빨리 꺼내야 하는지, 얼마나 오래 두는지예요. 맞는 답은 여럿이에요. 중간 단계를 두어도 두지 않아도 되고, 규칙으로 옮겨도 Intelligent-Tiering에 맡겨도 돼요. 공통점은 파일이 대부분의 시간을 가장 깊은 아카이브에서 보낸다는 거예요. 돈이 거기서 가장 많이 드니까요. GB당 싼 곳은 다른 데서 값을 받아요. 읽을 때마다, 옮길 때마다, 최소 저장 기간으로, 또는 기다리는 시간으로요. 데이터를 가용 영역 하나에만 두는 클래스가 싼 것은, 하필 읽으려 할 때 그 영역에 장애가 날 수 있기 때문이에요.

task-readable-title = { $years }년 동안 실패하는 읽기가 없어요
task-readable-why = 애플리케이션은 로그를 바로 읽을 수 있다고 믿어요. 아카이브에 든 파일은 요청하고 기다린 뒤에야 읽을 수 있고, 가용 영역 하나에만 있는 파일은 그 영역에 장애가 난 동안 읽을 수 없어요.
task-audit-title = 끝날 때 감사인이 어떤 파일이든 12시간 안에 받아요
task-audit-why = 너무 일찍 지운 파일은 돈을 얼마를 내도 되찾을 수 없고, 법은 그 파일을 읽었는지 묻지 않아요. 아카이브에 든 파일은 너무 오래만 아니라면 몇 시간이 걸려도 괜찮아요.
task-budget-title = { $years }년을 모두 합쳐 { $budget } USD 미만이에요
task-budget-why = 달마다 생긴 파일이 몇 해씩 머무르니, 마지막 클래스의 단가가 가장 크게 작용해요. 읽기, 옮기기, 최소 저장 기간도 요금에 들어가요.

hint-readable-1 = 처음 실패한 읽기가 언제였는지, 그때 읽은 파일이 만든 지 며칠이나 된 것이었는지 봐요.
hint-readable-2 = 파일을 며칠 만에 옮기는지와 며칠까지 읽는지를 비교해 봐요. 가용 영역(AZ)도 봐요. 그중 하나에 장애가 한 번 나요.
hint-readable-3 = 스토리지 클래스에는 바로 답하는 것이 있고, 복원(restore)을 해야 답하는 것이 있어요. 아직 읽는 파일은 바로 답하는 클래스에 있어야 해요. 데이터를 가용 영역 하나에만 두는 클래스는 그 영역과 운명을 함께해요.
hint-readable-4 = { $warm }일까지는 STANDARD, STANDARD_IA, GLACIER_IR, INTELLIGENT_TIERING만 쓰고, DEEP_ARCHIVE로는 { $warm }일이 지난 뒤에 옮겨요.
hint-audit-1 = 끝날 때 첫해의 파일 하나를 직접 꺼내 봐요.
hint-audit-2 = { $audit }의 파일이 마지막 몇 달 동안 어떻게 되는지 봐요. 아직 있나요? 읽으려면 얼마나 걸리나요?
hint-audit-3 = 법이 말하는 { $years }년은 파일마다 그 파일이 생긴 날부터예요. 그보다 일찍 만료된 파일은 영영 없어져요. 아카이브에 든 파일은 복원을 요청해서 받고, 몇 분에서 몇 시간이 걸려요.
hint-audit-4 = 만료를 빼거나, { $years }년보다 길게({ $keep_days }일) 잡아요. DEEP_ARCHIVE에서 복원할 때 표준 검색은 12시간, 대량 검색은 48시간까지 걸려요.
hint-budget-1 = 마지막 달의 요금을 봐요. 어느 항목이 가장 큰가요?
hint-budget-2 = 파일이 클래스마다 얼마나 오래 머무르는지 세어 봐요. { $years }년 가운데 대부분을 어디에서 보내나요?
hint-budget-3 = 수명 주기 규칙(lifecycle rule)은 파일을 만든 지 며칠이 지났는지에 따라 옮기고, 여러 번 옮길 수도 있어요. 다시 읽지 않을 파일은 GB당 단가가 가장 낮은 곳에 두어요.
hint-budget-4 = aws s3api put-bucket-lifecycle-configuration에 필터 Prefix app/와, { $warm }일에 DEEP_ARCHIVE로 가는 전환을 줘요. 그 앞에 { $hot }일에 STANDARD_IA로 가는 전환을 두어도 돼요. 되도록 일찍 넣어요. 비싼 곳에 머문 만큼은 벌써 요금에 들어갔어요.

step-look-title = 무엇이 쌓이는지 보기
step-look-text = 40일을 보내고 버킷의 상태를 봐요. 파일이 몇 개이고 어느 클래스에 있는지, 읽기가 모두 성공했는지 봐요.
step-bill-title = 요금 읽기
step-bill-text = 요금의 항목을 살펴봐요. 저장 요금은 달마다 늘고, 읽기와 쓰기 요금은 그대로예요. { $years }년 뒤를 생각해 봐요.
step-rules-title = 두 번 옮기는 규칙
step-rules-text = { $hot }일이 지나면 바로 읽을 수 있는 Infrequent Access로, { $warm }일이 지나면 가장 깊은 아카이브로 옮겨요.
step-year-title = 2년 뒤
step-year-text = 2년을 보내기 전에 생각해 봐요. 읽기가 모두 성공할까요? 그사이 가용 영역 하나에 한 번 장애가 나요.
step-year-fails = 실패하는 읽기가 있어요
step-year-works = 모든 읽기가 성공해요
step-audit-title = 감사인이 파일을 찾아요
step-audit-text = { $audit }의 파일을 찾아봐요. 지금은 아카이브에 있고, 표준 검색으로 복원하면 12시간 안에 돌아와요.
step-end-title = 끝까지
step-end-text = 남은 시간을 보내고 마지막 달의 요금을 봐요. 이제 돈이 어디에 가장 많이 드나요?

checkpoint-rules = 첫 규칙
checkpoint-year = 1년 뒤
