### 화면의 글. 말은 용어집을 따르고, 버튼은 하는 일로 적어요.

## 화면 이름
panel-course = 과정
panel-settings = 설정
panel-about = 정보

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
time-bar-hint = 끌거나 화살표 키를 눌러 다른 때를 살펴봐요.
time-bar-empty = 시간이 흐르면 여기서 지난 때로 돌아갈 수 있어요.
time-branch = 다른 갈래 { $n }: { $from }부터 { $to }까지. 이 갈래로 가요.
time-branches-more = 갈래 { $n }개가 더 있어요.
last-act = 마지막 동작
drawer-last-act = 창 아래쪽의 마지막 동작
drawer-terminal = 창 아래쪽의 터미널
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
settings-choice = { $row }: { $name }
language-ko = 한국어
language-en = 영어
settings-look = 모양
settings-text-size = 글자 크기

## 발표
beat-n-of-m = { $n }/{ $m }
beat-to-questions = 확인 문제
beat-to-section = 다음 절
beat-on = 다음 장면
beat-back = 이전 장면
present-end = 발표 끝내기

## 정보
about-what = Skylab은 내 컴퓨터 안의 작은 클라우드예요. 마음껏 만들고 망가뜨리면서 AWS 아키텍처를 배워요.
about-not-aws = AWS와 관계없는 프로그램이에요. AWS의 이름은 설명하는 데만 쓰고, AWS의 로고와 아이콘은 쓰지 않았어요.
about-offline = 계정도 인터넷도 필요 없어요. 프로그램은 아무 데도 연결하지 않아요.
about-licences = 포함된 글꼴과 라이선스

## 돈
money-about-krw = 약 { $amount }원

## 실험대
bench-start-shown = 시작 상태: { $start }
bench-start-hint = 이 상태에서 실험을 새로 시작해요.
apply = 적용
copy = 복사

## 앞으로 나올 화면
panel-studio = 스튜디오
panel-labs = 실습
panel-section = 절
coming = 아직 준비 중
coming-studio = 스튜디오에서는 네트워크, 서버, 데이터베이스를 캔버스에 그려요. 그 위로 부하를 흘려보내고, 가용 영역에 장애를 일으켜 무슨 일이 일어나는지 봐요. 그때까지는 과정의 실험대에서 하나씩 해 봐요.

## 과정 지도
course-begin = 시작하기: { $section }
course-continue = 이어 하기: { $section }
course-done-of = 절 { $m }개 가운데 { $n }개 마침
course-legend-open = 열 수 있음
course-legend-begun = 진행 중
course-legend-done = 마침
course-legend-coming = 준비 중
section-state-coming = { $section } (준비 중)
section-state-open = { $section } (아직 열지 않음)
section-state-begun = { $section } (진행 중)
section-state-done = { $section } (마침)

## 절
section-bench-coming = 이 절의 실험대는 아직 준비 중이에요. 그때까지 설명을 읽고 확인 문제를 풀어 봐요. 푼 것은 그대로 남아요.
section-coming = 이 절은 아직 준비 중이에요. 나중에 들어와도 다른 절에서 한 일은 그대로 남아요.
lesson-since = 그 뒤로
lesson-show = 설명 보기
lesson-read = 설명, 화살표 키로 넘기기
about-read = Skylab 정보, 화살표 키로 넘기기
console-read = 답, 화살표 키로 넘기기
open-course = 과정 열기
open-terminal = 터미널 열기
lesson-fold = 설명 접기
questions-head = 확인 문제 ({ $n }/{ $m })
question-option = 문제 { $n }: { $option }
question-right = { $option } (정답)
question-wrong = { $option } (오답)

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

## 명령줄
no-window = 창을 열지 못했어요. { $reasons } 화면 없이 쓰려면 `skylab run`이나 `skylab shot`을 실행하면 돼요.
no-window-no-display = 이 컴퓨터에는 화면이 연결돼 있지 않아요(DISPLAY와 WAYLAND_DISPLAY가 비어 있어요).
no-window-no-server = 화면 서버에 연결하지 못했어요({ $reason }).
no-window-reasons = wgpu: { $wgpu }. OpenGL: { $glow }.
shot-usage = 쓰는 법: skylab shot 화면 [--section 절] [--start N] [--beat N] [--lang ko|en] [--theme light|dark|contrast|projector] [--size 너비x높이] [--text 백분율] 파일.png, 화면 목록은 skylab shot --list
shot-unknown-screen = `{ $name }`{ JOSA($name, "이라는/라는") } 화면이 없어요. `skylab shot --list`를 실행하면 이름이 나와요.
shot-unknown-section = `{ $name }` 절은 없어요. 과정 지도에서 번호를 볼 수 있어요.
shot-unknown-option = `{ $name }`{ JOSA($name, "은/는") } `skylab shot`의 옵션이 아니에요.
shot-bad-value = `{ $option }`에 `{ $value }`{ JOSA($value, "을/를") } 쓸 수 없어요. { $allowed } 중에서 골라요.
shot-bad-size = `{ $value }`{ JOSA($value, "은/는") } 크기가 아니에요. `1280x720`처럼 적고, 각 변은 64~8192픽셀이어야 해요.
shot-no-beats = `{ $name }`에는 장면 { $beat }{ JOSA($beat, "이/가") } 없어요. 장면은 { $n }개예요.
shot-not-written = `{ $path }`에 그림을 저장하지 못했어요: { $reason }

## 터미널
panel-terminal = 터미널
console-empty = `aws s3 mb s3://logs-417` 같은 명령을 입력해요. Tab을 누르면 나머지가 채워지고, 위쪽 화살표를 누르면 앞서 쓴 명령이 나와요. `help`를 입력하면 설명이 나와요.
console-output = 출력 형식
console-clear = 지우기
console-hint = Tab을 누르면 나머지가 채워져요. 명령 뒤에 help를 붙이면 옵션이 나와요.
console-not-modelled = AWS에는 있지만 Skylab은 다루지 않아요.
console-more = 그 밖에 { $n }개
console-line = 명령
console-run = 실행
console-cut = 출력이 길어 나머지는 보이지 않아요. --query나 --max-items로 필요한 만큼만 요청해요.

## 알림
toast-close = 알림 닫기
toast-copied = 복사했어요.
toast-exported = { $path }에 저장했어요.
toast-not-exported = 파일을 만들지 못했어요. { $reason }
toast-imported = 진도를 파일에 든 것으로 바꿨어요. 설정에서 되돌릴 수 있어요.
toast-reset = 진도를 비웠어요. 설정에서 되돌릴 수 있어요.
toast-undone = 진도를 바꾸기 전으로 되돌렸어요.
toast-mishap = Skylab의 { $place }에서 문제가 생겼어요. 마지막 동작까지 저장되어 있으니 이어서 하면 돼요. 이 위치를 알려 주면 고치는 데 도움이 돼요.
toast-not-brought = { $path } 파일을 읽지 못했어요. { $reason }
notice-recovered = { $file } 파일을 읽지 못했어요. 그래서 마지막으로 저장한 온전한 사본을 열었어요. 빠진 것이 있어도 마지막 동작 하나뿐이에요.
notice-set-aside = { $file } 파일을 읽지 못했어요. 덮어쓰지 않고 { $to }에 옮겨 두었어요.
notice-newer = { $file } 파일은 더 새로운 Skylab에서 저장했어요. { $to }에 옮겨 두었으니, 그 버전에서 이어서 쓰면 돼요.
notice-not-saved = 아직 저장하지 못했어요. { $reason } 한 일은 메모리에 남아 있고, 다음 동작 때 저장을 다시 시도해요.
notice-saved-again = 다시 모두 저장했어요.
notice-second-window = 다른 Skylab 창이 같은 폴더를 쓰고 있어요. 이 창에서도 해 볼 수 있지만, 여기서 한 일은 저장되지 않아요.
notice-refused = 아무것도 바꾸지 않았어요. { $reason }
problem-broken = 파일이 손상됐거나 다른 종류예요. Skylab에서 내보낸 파일을 고르면 돼요.
problem-newer = 더 새로운 Skylab에서 저장한 파일이에요. 그 버전에서 열면 돼요.
problem-full = 디스크가 가득 찼어요. 자리를 비우면 돼요.
problem-read-only = 폴더에 쓸 수 없어요. 쓰기를 허용하거나 다른 곳을 고르면 돼요.
problem-no-folder = 폴더가 없고 만들 수도 없어요. 경로를 확인하면 돼요.
problem-missing = 그런 파일이 없어요. 경로를 확인하면 돼요.
problem-in-use = 다른 Skylab 창이 쓰고 있어요. 그 창을 먼저 닫으면 돼요.
problem-too-large = 파일이 너무 커요. Skylab에서 내보낸 파일이 맞는지 확인하면 돼요.
problem-bad-place = 여기에는 둘 수 없어요. 데이터 폴더 밖을 고르면 돼요.
problem-other = 시스템 메시지: { $words }

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
tour-welcome = Skylab에는 작은 클라우드가 들어 있어요. 여기서는 무엇을 해도 돈이 들지 않고 인터넷도 쓰지 않으니, 마음껏 망가뜨려 봐요. 언어는 언제든 바꿀 수 있어요.
tour-course-head = 읽고, 예측하고, 해 봐요
tour-course = 과정은 짧은 절을 한눈에 보여 주는 지도예요. 절마다 설명 옆에 실험대가 있어요. 먼저 예측하고, 해 보고, 무슨 일이 일어나는지 봐요.
tour-time-head = 시간도 마음대로 움직여요
tour-time = 절을 열면 이 줄에서 클라우드의 시계를 움직여요. 재생하거나 한 단계씩 나아가고, 시간 막대를 끌어 지난 때로 돌아가요. 거기서 무언가를 하면 새 갈래가 생기고, 원래 갈래도 그대로 남아요.
tour-find-head = 이름만 알면 찾아요
tour-find = Ctrl+K로 절, 화면, 동작을 모두 찾아요. 한 일은 아래에 aws 명령으로 보이고, 터미널에서 같은 명령을 쓸 수 있어요. 한 일은 저절로 저장돼요.

## 설정
settings-motion = 화면 움직임
settings-motion-on = 보통
settings-motion-off = 줄이기
settings-won = 원화
settings-won-off = 달러만
settings-won-on = 원화도 함께
settings-won-rate = 1 USD당 원화
settings-won-day = 기준일
settings-progress = 내가 한 일
settings-folder = 한 일은 모두 이 폴더에 저장해요.
settings-folder-other = 다른 폴더를 쓰려면 환경 변수 SKYLAB_DATA에 그 경로를 적고 Skylab을 시작해요.
settings-no-folder = 이 창에서 한 일은 저장되지 않아요.
settings-export = 내보내기…
settings-import = 가져오기…
settings-path = 또는 파일 경로를 적어요:
settings-export-here = 이 경로로 내보내기
settings-import-here = 이 경로에서 가져오기
settings-reset = 모두 비우기
settings-reset-hint = 진도와 실험대를 모두 비워요. 되돌릴 수 있어요.
settings-undo = 가져오기나 비우기 되돌리기
last-act-record = 이 동작은 이 샌드박스의 기록에도 한 줄로 남아요.

## 앞에 있는 샌드박스
sandbox-free = 자유 샌드박스
sandbox-shown = 샌드박스: { $name }
present-spotlight = 강조
present-notes = 강사 메모
present-notes-none = 실험대가 있는 절을 열면 메모가 보여요.
present-next = 다음
