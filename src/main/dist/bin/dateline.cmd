@echo off
rem Starts Dateline on Windows: finds Java 25 or newer and keeps a cache that shortens the start.
rem
rem   JAVA_HOME              the Java to use, if it is new enough
rem   DATELINE_JAVA_OPTIONS  more options for Java, such as -Xmx256m
rem   DATELINE_CACHE         folder for caches of starts, 80 MB, and of grounds; "off" for none
setlocal EnableExtensions DisableDelayedExpansion

for %%F in ("%~dp0..") do set "home=%%~fF"
set "jar=%home%\lib\dateline.jar"
set "java="
set "seen="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for %%F in (java.exe) do if not "%%~$PATH:F"=="" call :try "%%~dp$PATH:F.."
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto") do (
    if exist "%%~R" for /d %%F in ("%%~R\*") do call :try "%%~fF"
)
if not defined java (
    if not defined seen set "seen= no Java"
    goto :missing
)

set "same=-XX:+UseSerialGC -XX:+UseCompactObjectHeaders"
set "folder=%LOCALAPPDATA%\dateline"
if defined DATELINE_CACHE set "folder=%DATELINE_CACHE%"
set "cache=%folder%\dateline.aot"

set "serves=no"
set "first=%~1"
if not defined first set "serves=yes"
if "%first%"=="serve" set "serves=yes"
if "%first:~0,1%"=="-" set "serves=yes"
for %%A in (-h --help -V --version) do if "%first%"=="%%A" set "serves=no"

if /i "%folder%"=="off" (
    set "cache="
    goto :start
)
rem A cache fits one build of Java, one collector and one file: those that its stamp names. So it is made here, beside the
rem first server that starts.
for %%F in ("%java%") do set "stamp=%%~tzF %%~fF"
for %%F in ("%jar%") do set "stamp=%stamp% %%~tzF %%~fF"
set "before="
if exist "%cache%.stamp" set /p before=<"%cache%.stamp"
if exist "%cache%" if "%before%"=="%stamp%" goto :start
if "%serves%"=="yes" (
    if not exist "%folder%" mkdir "%folder%" 2>nul
    echo dateline: making %cache% in the background, once, so that later starts are faster>&2
    start "" /b /low cmd /d /c ""%java%" -XX:AOTCacheOutput="%cache%.new" @"%home%\lib\serve.options" -XX:-AOTRecordTraining -Xlog:disable -cp "%jar%" org.dateline.cli.TrainingRun >nul 2>&1 & move /y "%cache%.new" "%cache%" >nul 2>&1 & >"%cache%.stamp" echo %stamp%"
)
set "cache="

:start
set "options=%same% -Xlog:aot=error,aot+codecache=error,aot+codecache+stubs=error"
if "%serves%"=="yes" set "options=@"%home%\lib\serve.options""
rem Files that drafts are made of are not trusted: what takes more memory is refused.
for %%A in (ingest desk) do if "%first%"=="%%A" set "options=%options% -Xmx640m"
rem It ends before what it would optimise pays.
if "%first%"=="publish" set "options=%options% -XX:TieredStopAtLevel=1"
if defined cache set "options=%options% -XX:AOTCache="%cache%""
set "more=%DATELINE_JAVA_OPTIONS%"
rem It is this script's, not an option of the program.
set "DATELINE_JAVA_OPTIONS="
"%java%" %options% --sun-misc-unsafe-memory-access=allow -Ddateline.command=dateline %more% -jar "%jar%" %*
exit /b %ERRORLEVEL%

:missing
echo dateline: got%seen%, expected Java 25 or newer, in PATH or named by JAVA_HOME>&2
echo   https://adoptium.net/temurin/releases/?version=25>&2
exit /b 1

rem Takes the Java in a folder if it is new enough and the first one.
:try
if defined java goto :eof
if not exist "%~1\bin\java.exe" goto :eof
set "number="
if exist "%~1\release" for /f "usebackq tokens=2 delims==." %%V in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do set "number=%%~V"
if not defined number for /f "usebackq tokens=3" %%V in (`""%~1\bin\java.exe" -version 2^>^&1"`) do if not defined number set "number=%%~V"
if not defined number goto :eof
set "number=%number:"=%"
for /f "delims=.-+" %%N in ("%number%") do set "number=%%N"
if %number% GEQ 25 (
    set "java=%~1\bin\java.exe"
) else (
    set "seen=%seen% Java %number%"
)
goto :eof
