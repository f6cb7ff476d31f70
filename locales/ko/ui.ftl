### 화면의 글. 말은 용어집을 따르고, 버튼은 하는 일로 적어요.

## 화면 이름
panel-course = 과정
panel-settings = 설정
panel-about = 정보
panel-lifecycle = 수명 주기 정책

## 시계
clock-to-start = 맨 처음으로
clock-step-back = 한 단계 뒤로
clock-play = 재생
clock-pause = 일시 정지
clock-step = 한 단계
clock-speed = 속도: { $speed }
clock-now = 시계: { $time }
clock-utc = 실험대의 시각(UTC)
time-bar = 시간 막대: { $time }
time-bar-hint = 끌거나 화살표 키로 앞뒤 시간을 살펴봐요.
time-bar-empty = 시간을 돌리면 여기서 지난 때로 돌아갈 수 있어요.
last-act = 마지막 동작
last-act-none = 실행한 명령이 여기에 보여요.
speed-real = 1×
speed-minute = 초당 1분
speed-hour = 초당 1시간
speed-day = 초당 1일
speed-week = 초당 1주
speed-month = 초당 30일
speed-year = 초당 1년

## 되돌리기
undo = 실행 취소
redo = 다시 실행
reset = 처음으로
reset-hint = 실험대를 처음 상태로 되돌려요.

## 모양과 언어
theme-light = 밝게
theme-dark = 어둡게
theme-contrast = 고대비
theme-projector = 발표 모드
settings-language = 언어
settings-look = 모양
settings-text-size = 글자 크기

## 발표
beat-n-of-m = { $n }/{ $m }
beat-on = 다음 장면
beat-back = 앞 장면
present-end = 발표 끝내기

## 정보
about-what = Skylab은 내 컴퓨터 안의 작은 클라우드예요. 마음껏 만들고 망가뜨리면서 AWS 아키텍처를 배워요.
about-not-aws = AWS와 관계없는 프로그램이에요. AWS의 이름은 설명하는 데만 쓰고, 로고와 아이콘은 담지 않았어요.
about-offline = 계정도 인터넷도 필요 없어요. 프로그램은 아무 데도 연결하지 않아요.
about-licences = 담긴 글꼴과 이용 허락

## 돈
money-about-krw = 약 { $amount }원

## 수명 주기 실험대
lifecycle-beat-question = 로그가 달마다 400 GB씩 쌓여요. 7년을 보관하면 얼마가 들까요? 규칙으로 옮기면 얼마로 줄까요?
lifecycle-beat-predict = 예측해 보세요. 이 규칙을 걸면 7년 비용이 얼마나 줄까요? 절반, 10분의 1, 아니면 그보다 더?
lifecycle-beat-act = 이 장면의 규칙을 적용했어요. 이제 시간을 돌리면 규칙이 움직여요.
lifecycle-beat-act-other = 지금은 이 장면과 다른 규칙이 적용돼 있어요. 결과가 어떻게 달라지는지 보세요.
lifecycle-beat-bytes = { $date }까지 쌓인 { $all } 가운데 { $most }{ JOSA($most, "이/가") } { $class }에 있어요.
lifecycle-beat-bytes-all = { $date }까지 쌓인 { $all }{ JOSA($all, "이/가") } 모두 { $class }에 있어요.
lifecycle-beat-no-time = 아직 시간이 흐르지 않았어요. 재생하거나 한 단계씩 나아가 보세요.
lifecycle-beat-empty = 지금은 버킷이 비어 있어요.
lifecycle-beat-cost = 지금까지 { $spent }{ JOSA($spent, "을/를") } 썼어요. 규칙이 없었다면 { $without }예요(점선).
lifecycle-beat-cost-dearer = { $n }달은 규칙이 있는 쪽이 더 비쌌어요. 객체를 옮기고 꺼내는 데도 요금이 들어요.
lifecycle-beat-why = 나이는 다음 자정(UTC)으로 올려서 세요. 줄마다 움직인 규칙의 이름이 있어요.
lifecycle-beat-overlap-question = app/debug/ 로그에는 두 규칙이 함께 걸려요. 30일째에 하나는 옮기고 하나는 삭제하라고 해요. 어느 쪽이 이길까요?
lifecycle-beat-overlap-why = 같은 날에 겹치면 삭제가 전환을 이겨요. 접두사가 더 긴지는 따지지 않아요. 줄마다 움직인 규칙의 이름이 있어요.
lifecycle-beat-versions-question = 버전 관리를 켠 버킷에서 로그를 30일 만에 만료시켜요. 저장된 양이 줄까요?
lifecycle-beat-versions-why = 버전 관리를 켜면 만료는 삭제 마커를 얹을 뿐이고, 데이터는 이전 버전으로 남아요. 이전 버전 만료도 켜서 견줘 보세요.
lifecycle-beat-uploads-question = 백업 5개가 멀티파트 업로드 도중에 끊겼어요. 버킷 목록에는 객체가 하나도 없어요. 그래도 비용이 들까요?
lifecycle-beat-uploads-why = 완료되지 않은 업로드의 파트는 완료하거나 중단할 때까지 저장되고 요금이 나와요. 규칙은 업로드를 시작한 날부터 날수를 세요.
lifecycle-start-logs = 쌓이는 로그
lifecycle-start-overlap = 겹치는 규칙
lifecycle-start-versions = 이전 버전
lifecycle-start-uploads = 완료되지 않은 업로드
bench-start-hint = 이 상태에서 실험을 새로 시작해요.
lifecycle-rules = 수명 주기 규칙
lifecycle-form = 양식
lifecycle-enabled = 활성화
lifecycle-rule-id = 규칙 이름
lifecycle-prefix = 접두사
lifecycle-all-objects = 모든 객체
lifecycle-in-json = 이 필터는 JSON에서 고쳐요.
lifecycle-after = 쓴 지
lifecycle-days-to = 일 뒤
lifecycle-days = 일 뒤
lifecycle-about-years = 약 { $n }년
lifecycle-add-transition = 전환 더하기
lifecycle-remove-transition = 이 전환 빼기
lifecycle-expire = 만료
lifecycle-expire-noncurrent = 이전 버전 만료
lifecycle-abort = 완료되지 않은 업로드 중단
lifecycle-add-rule = 규칙 더하기
lifecycle-remove-rule = 이 규칙 빼기
lifecycle-remove-all = 규칙 모두 삭제
lifecycle-json-label = LifecycleConfiguration
lifecycle-json-no-rules = 문서에 Rules라는 목록이 있어야 해요.
lifecycle-refusal = AWS가 이 규칙을 받지 않아요.
lifecycle-why-too-early = { $class }에는 { $days }일이 지난 객체만 들어가요. 일수를 { $days } 이상으로 적으면 돼요.
lifecycle-why-too-soon = { $class } 전환이 { $before } 전환에 너무 가까워요. { $before }의 최소 저장 기간만큼 사이를 두면 돼요.
lifecycle-why-expires-first = 만료가 전환보다 빠르거나 같은 날이에요. 만료 일수를 모든 전환보다 크게 적으면 돼요.
lifecycle-why-not-positive = { $member }{ JOSA($member, "은/는") } 1 이상이어야 해요.
lifecycle-why-no-action = 규칙이 하는 일이 없어요. 전환, 만료, 업로드 중단 가운데 하나는 있어야 해요.
lifecycle-why-same-name = 이름이 같은 규칙이 둘 있어요. 규칙마다 다른 이름을 쓰면 돼요.
lifecycle-why-same-class = 한 규칙이 같은 클래스로 두 번 옮겨요. 전환마다 다른 클래스를 고르면 돼요.
lifecycle-in-force = 지금 이 규칙대로 움직여요.
lifecycle-not-in-force = 아직 적용되지 않았어요. 적용한 다음 시간을 돌려 보세요.
apply = 적용
copy = 복사
lifecycle-stored = 지금 저장된 양
lifecycle-objects = 객체 { $n }개
lifecycle-spent = 쓴 비용
lifecycle-since-start = { $date }부터
lifecycle-without = 규칙이 없다면
lifecycle-saved = { $amount } 아꼈어요
lifecycle-lost = { $amount } 더 들었어요
lifecycle-how-stored = 계산 방법: 버킷에 있는 모든 버전의 크기를 더했어요. 요금표처럼 1 GB는 2^30바이트예요.
lifecycle-how-spent = 계산 방법: 사용 유형마다 사용량 × 단가를 더했어요. 1 GB는 2^30바이트예요.
lifecycle-how-rest = 나머지 { $amount }
lifecycle-how-prices = 단가: { $region }, { $date }
lifecycle-how-estimated = * 이 리전의 단가표에서 찾지 못해 추정한 단가가 들어 있어요.
lifecycle-how-without = 계산 방법: 같은 로그와 같은 읽기를 규칙 없이 나란히 돌려 얻은 요금이에요.
lifecycle-how-reads = 계산 방법: 보관 클래스에 있거나 이미 삭제된 객체를 읽으려 한 횟수예요.
lifecycle-refused = 거부된 읽기
lifecycle-reads-of = 전체 { $n }번 중
lifecycle-bytes-head = 스토리지 클래스별 용량
lifecycle-cost-head = 월별 비용
lifecycle-bytes-empty = 한 달이 지나면 달마다 쌓이는 양이 보여요.
lifecycle-cost-empty = 한 달이 지나면 첫 달의 비용이 보여요.
lifecycle-with-rules = 규칙 있음 { $amount }
lifecycle-without-rules = 규칙 없음(점선) { $amount }
lifecycle-happened = 일어난 일
lifecycle-no-rule = 적용된 규칙이 없어요. 규칙을 적용하고 시간을 돌려 보세요.
lifecycle-nothing-yet = 아직 때가 된 객체가 없어요. 시간을 돌려 보세요.
lifecycle-moved = 규칙 { $rule }{ JOSA($rule, "이/가") } 객체 { $n }개({ $bytes })를 { $from }에서 { $to }{ JOSA($to, "으로/로") } 옮겼어요.
lifecycle-expired = 규칙 { $rule }{ JOSA($rule, "이/가") } 객체 { $n }개({ $bytes })를 삭제했어요.
lifecycle-marked = 규칙 { $rule }{ JOSA($rule, "이/가") } 객체 { $n }개에 삭제 마커를 얹었어요. 데이터는 이전 버전이 됐어요.
lifecycle-marker-gone = 규칙 { $rule }{ JOSA($rule, "이/가") } 아래에 버전이 없는 삭제 마커 { $n }개를 치웠어요.
lifecycle-aborted = 규칙 { $rule }{ JOSA($rule, "이/가") } 완료되지 않은 업로드 { $n }건({ $bytes })을 중단했어요.
lifecycle-read-refused = 오늘 읽기 { $n }번이 거부됐어요. 객체가 보관 클래스에 있거나 없어요.

## 앞으로 나올 화면
panel-studio = 스튜디오
panel-labs = 실습
panel-section = 절
coming = 아직 준비 중
coming-studio = 스튜디오에서는 네트워크, 서버, 데이터베이스를 그리고 부하를 흘려 보내고 가용 영역을 끊어 볼 거예요. 그때까지는 과정의 실험대에서 하나씩 해 봐요.
coming-labs = 실습은 정해진 답과 견주지 않고, 클라우드가 실제로 어떻게 움직이는지로 채점할 거예요. 그때까지는 절마다 실험대와 문제가 있어요.

## 과정 지도
course-begin = 시작하기: { $section }
course-continue = 이어 하기: { $section }
course-done-of = { $m }절 가운데 { $n }절 마침
section-state-coming = { $section } (준비 중)
section-state-open = { $section } (아직 열지 않음)
section-state-begun = { $section } (하는 중)
section-state-done = { $section } (마침)

## 절
section-coming = 이 절은 아직 준비 중이에요. 과정에서 차지하는 자리는 정해져 있어서, 다른 절에서 한 일은 그대로 남아요.
lesson-since = 그 뒤로
lesson-show = 설명 보기
lesson-fold = 설명 접기
questions-head = 확인 문제 ({ $n }/{ $m })
question-right = { $option } (맞음)
question-wrong = { $option } (다시 생각해 볼 것)

## 차트
chart-as-table = 숫자를 표로 보기

## 예측
prediction-none = 결과: { $right }
prediction-kept = 내 예측: { $choice }. 이제 확인해 봐요.
prediction-right = 내 예측: { $choice }. 예측대로예요.
prediction-other = 내 예측: { $choice }. 결과: { $right }
hand-count = { $n }명
hand-more = 한 명 더하기: { $option }
hand-fewer = 한 명 빼기: { $option }
lifecycle-predict-predict-half = 절반 이상은 그대로 들어요
lifecycle-predict-predict-quarter = 4분의 1에서 절반 사이예요
lifecycle-predict-predict-less = 4분의 1도 안 들어요
lifecycle-beat-overlap = 예측해 보세요. 두 달 뒤에 첫 디버그 로그는 어디에 있을까요?
lifecycle-predict-overlap-moved = Glacier에 있어요(전환이 이겨요)
lifecycle-predict-overlap-deleted = 사라졌어요(만료가 이겨요)
lifecycle-beat-versions = 예측해 보세요. 두 달 뒤에 저장된 바이트는 규칙이 없을 때와 견줘 어떨까요?
lifecycle-predict-versions-less = 줄어요
lifecycle-predict-versions-same = 그대로예요
lifecycle-beat-uploads = 예측해 보세요. 목록이 빈 버킷에 이번 달 요금이 나올까요?
lifecycle-predict-uploads-nothing = 객체가 없으니 안 나와요
lifecycle-predict-uploads-parts = 파트를 저장한 값이 나와요

## 명령줄
no-window = 창을 열지 못했어요. { $reasons } 화면 없이 쓰려면 `skylab run`이나 `skylab shot`을 실행하세요.
no-window-no-display = 이 컴퓨터에는 화면이 연결되어 있지 않아요(DISPLAY와 WAYLAND_DISPLAY가 비어 있어요).
no-window-no-server = 화면 서버에 연결하지 못했어요({ $reason }).
no-window-reasons = wgpu: { $wgpu }. OpenGL: { $glow }.
shot-usage = 쓰는 법: skylab shot 화면 [--start N] [--beat N] [--lang ko|en] [--theme light|dark|contrast|projector] [--size 너비x높이] 파일.png, 화면 목록은 skylab shot --list
shot-unknown-screen = `{ $name }`{ JOSA($name, "이라는/라는") } 화면이 없어요. `skylab shot --list`가 이름을 알려 줘요.
shot-unknown-section = `{ $name }` 절은 없어요. 과정 지도에서 번호를 볼 수 있어요.
shot-unknown-option = `{ $name }`{ JOSA($name, "은/는") } `skylab shot`의 옵션이 아니에요.
shot-bad-value = `{ $option }`에 `{ $value }`{ JOSA($value, "을/를") } 쓸 수 없어요. { $allowed } 중에서 골라요.
shot-bad-size = `{ $value }`{ JOSA($value, "은/는") } 크기가 아니에요. `1280x720`처럼 적고, 각 변은 64~8192픽셀이어야 해요.
shot-no-beats = `{ $name }`에는 장면 { $beat }{ JOSA($beat, "이/가") } 없어요. 장면은 { $n }개예요.
shot-not-written = `{ $path }`에 그림을 쓰지 못했어요: { $reason }

## 강사를 위한 메모
lifecycle-note-question = 지금 로그 값은 누가 내는지, 얼마인지 아는 사람이 있는지 물어보세요.
lifecycle-note-predict = 넘어가기 전에 손을 세요. 대개 절반이라고 답해요.
lifecycle-note-act = 규칙을 양식으로 보여 준 다음 JSON으로 보여 주세요. 같은 요청이에요.
lifecycle-note-bytes = 30일과 120일 뒤의 계단을 짚어 주세요. 위로 올라가는 객체는 없어요.
lifecycle-note-cost = 처음에 솟은 곳은 옮기는 값이에요. 언제 본전을 찾는지 물어보세요.
lifecycle-note-why = 한 줄을 소리 내어 읽어 주세요. 날짜, 규칙, 객체 수 차례예요.
lifecycle-note-overlap-question = 두 사람이 규칙 하나씩을 편들게 해 보세요.
lifecycle-note-overlap = 손을 세요. 접두사가 길면 이긴다는 까닭이 인기 있지만 틀려요.
lifecycle-note-overlap-why = 같은 날이면 삭제가 이겨요. 만료를 하루 늦추고 다시 해 보세요.
lifecycle-note-versions-question = 버전 관리를 켠 버킷에서 삭제하면 어떻게 되는지 먼저 물어보세요.
lifecycle-note-versions = 대개 버킷이 줄어든다고 생각해요.
lifecycle-note-versions-why = 이전 버전 규칙을 켜고 두 달을 더 흘려 보내세요.
lifecycle-note-uploads-question = 버킷 목록부터 보여 주세요. 비어 보여요.
lifecycle-note-uploads = 손을 센 다음 요금을 여세요.
lifecycle-note-uploads-why = 규칙 하나에 7일이면 돼요. 이만큼 싼 설정은 드물어요.

## 터미널
panel-terminal = 터미널
console-empty = `aws s3 mb s3://logs-417` 같은 명령을 입력해요. Tab은 나머지를 채우고, 위쪽 화살표는 앞의 명령을 불러오고, `help`는 설명해요.
console-output = 출력 형식
console-clear = 지우기
console-hint = Tab으로 나머지를 채워요. 명령 뒤에 help를 붙이면 옵션이 나와요.
console-not-modelled = AWS에는 있지만 Skylab은 다루지 않아요.
console-more = 그 밖에 { $n }개
console-line = 명령
console-run = 실행
console-cut = 나머지 답은 줄였어요. --query나 --max-items로 필요한 만큼만 물어봐요.

## 알림
toast-close = 알림 닫기
toast-copied = 복사했어요.
toast-exported = { $path }에 저장했어요.
toast-not-exported = 파일을 만들지 못했어요. { $reason }
toast-imported = 진도를 파일에 있는 것으로 바꿨어요. 설정에서 되돌릴 수 있어요.
toast-reset = 진도를 비웠어요. 설정에서 되돌릴 수 있어요.
toast-undone = 진도가 전과 같아졌어요.
notice-recovered = { $file } 파일을 읽지 못했어요. 마지막으로 온전한 사본을 열었으니, 빠진 것은 많아야 마지막 동작 하나예요.
notice-set-aside = { $file } 파일을 읽지 못했어요. 덮어쓰지 않고 { $to }에 옮겨 두었어요.
notice-newer = { $file } 파일은 더 새로운 Skylab이 썼어요. { $to }에 옮겨 두었으니, 새 버전에서 이어서 쓰면 돼요.
notice-not-saved = 아직 저장하지 못했어요. { $reason } 한 일은 메모리에 남아 있고, 다음 동작 때 다시 저장해요.
notice-saved-again = 다시 모두 저장했어요.
notice-second-window = 다른 Skylab 창이 같은 폴더를 쓰고 있어요. 여기서도 해 볼 수 있지만, 한 일은 그 창에서만 저장돼요.
notice-refused = 아무것도 바꾸지 않았어요. { $reason }
problem-broken = 파일이 망가졌거나 다른 종류예요. Skylab에서 내보낸 파일을 고르면 돼요.
problem-newer = 더 새로운 Skylab이 쓴 파일이에요. 그 버전으로 열면 돼요.
problem-full = 디스크가 가득 찼어요. 자리를 비우면 돼요.
problem-read-only = 폴더에 쓸 수 없어요. 쓰기를 허용하거나 다른 곳을 고르면 돼요.
problem-no-folder = 폴더가 없고 만들 수도 없어요. 경로를 확인하면 돼요.
problem-missing = 그런 파일이 없어요. 경로를 확인하면 돼요.
problem-in-use = 다른 Skylab 창이 쓰고 있어요. 그 창을 먼저 닫으면 돼요.
problem-too-large = 파일이 너무 커요.
problem-bad-place = 여기에는 둘 수 없어요. 데이터 폴더 밖을 고르면 돼요.
problem-other = 시스템의 말: { $words }

## 빠른 찾기
find = 찾기
find-hint = 절, 화면, 동작, 버킷 이름
find-nothing = 그런 이름이 없어요. 글자를 줄여 보세요.
find-bucket = 버킷 { $name }

## 둘러보기
tour-again = 둘러보기
tour-on = 다음
tour-skip = 건너뛰기
tour-begin = 시작하기
tour-welcome-head = 마음껏 망가뜨려도 되는 클라우드
tour-welcome = Skylab에는 작은 클라우드가 들어 있어요. 여기서 하는 일에는 요금도 인터넷도 필요 없으니, 무엇이든 망가뜨려 봐요. 언어는 언제든 바꿀 수 있어요.
tour-course-head = 읽고, 예측하고, 해 봐요
tour-course = 과정은 짧은 절을 모은 지도예요. 절마다 설명 옆에 실험대가 있어요. 먼저 예측하고, 해 보고, 무슨 일이 일어나는지 봐요.
tour-time-head = 시간도 손잡이예요
tour-time = 절을 열면 이 줄에서 클라우드의 시계를 움직여요. 재생하거나 한 단계씩 가고, 가는 선을 끌어 되돌아가요. 지난 때로 가서 무언가 하면 갈래가 생기고, 원래 앞날도 그대로 남아요.
tour-find-head = 이름만 알면 찾아요
tour-find = Ctrl+K로 절, 화면, 동작을 모두 찾아요. 한 일은 아래에 aws 명령으로 보이고, 터미널에서 같은 명령을 쓸 수 있어요. 한 일은 저절로 저장돼요.

## 설정
settings-motion = 움직임
settings-motion-on = 보통
settings-motion-off = 줄이기
settings-won = 원화
settings-won-off = 달러만
settings-won-on = 원화도 함께
settings-won-rate = 1 USD의 원화 값
settings-won-day = 기준일
settings-progress = 내가 한 일
settings-folder = 한 일은 모두 이 폴더에 저장해요.
settings-folder-other = 다른 폴더를 쓰려면 환경 변수 SKYLAB_DATA를 정하고 시작해요.
settings-no-folder = 이 창에서 한 일은 저장하지 않아요.
settings-export = 내보내기…
settings-import = 가져오기…
settings-path = 또는 파일 경로를 적어요:
settings-export-here = 여기로 내보내기
settings-import-here = 여기서 가져오기
settings-reset = 처음부터 다시
settings-reset-hint = 진도와 실험대를 모두 비워요. 되돌릴 수 있어요.
settings-undo = 마지막 가져오기나 비우기 되돌리기
last-act-record = 같은 동작이 기록 화면에도 한 줄로 남아요.

## 앞에 있는 샌드박스
sandbox-free = 자유 샌드박스
sandbox-shown = 샌드박스: { $name }
present-spotlight = 스포트라이트
present-notes = 강사 메모
present-notes-none = 실험대가 있는 절을 열면 메모가 보여요.
present-next = 다음
