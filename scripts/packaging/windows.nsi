; The installer for Windows: for who is logged in only, so that nobody has to be asked for the rights of an administrator.
; scripts/package hands it VERSION, MAKERS, FOLDER (the folder with what is installed) and OUT (the file that is made).
; Dutch where Windows speaks another language than English.
Unicode true
SetCompressor /SOLID lzma
RequestExecutionLevel user
!include MUI2.nsh

Name "Oogst"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Oogst"
InstallDirRegKey HKCU "Software\Oogst" "Folder"
BrandingText "Oogst ${VERSION}"
!define GONE "Software\Microsoft\Windows\CurrentVersion\Uninstall\Oogst"
!define PLACE "Software\Microsoft\Windows\CurrentVersion\App Paths\oogst.exe"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_SHOWREADME "$INSTDIR\$(FIRST)"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Dutch"
!insertmacro MUI_LANGUAGE "English"
LangString FIRST ${LANG_DUTCH} "LEESMIJ.txt"
LangString FIRST ${LANG_ENGLISH} "README.txt"
LangString TYPED ${LANG_DUTCH} "Oogst - opdrachten typen"
LangString TYPED ${LANG_ENGLISH} "Oogst - type commands"

Section
  SetOutPath "$INSTDIR"
  File "${FOLDER}\oogst.exe"
  File "${FOLDER}\LEESMIJ.txt"
  File "${FOLDER}\README.txt"
  File "${FOLDER}\LICENTIES.txt"
  File "${FOLDER}\onderdelen.cdx.json"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "Software\Oogst" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${PLACE}" "" "$INSTDIR\oogst.exe"
  WriteRegStr HKCU "${GONE}" "DisplayName" "Oogst"
  WriteRegStr HKCU "${GONE}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${GONE}" "Publisher" "${MAKERS}"
  WriteRegStr HKCU "${GONE}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${GONE}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${GONE}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${GONE}" "NoModify" 1
  WriteRegDWORD HKCU "${GONE}" "NoRepair" 1
  ; A shortcut begins in the folder that is current here: that of who is logged in.
  SetOutPath "$PROFILE"
  CreateDirectory "$SMPROGRAMS\Oogst"
  CreateShortcut "$SMPROGRAMS\Oogst\Oogst.lnk" "$INSTDIR\oogst.exe"
  ; The PATH of Windows stays as it is: only this window knows where the program is.
  CreateShortcut "$SMPROGRAMS\Oogst\$(TYPED).lnk" "$SYSDIR\cmd.exe" '/K "set PATH=%PATH%;$INSTDIR"'
SectionEnd

Section "Uninstall"
  Delete "$SMPROGRAMS\Oogst\*.lnk"
  RMDir "$SMPROGRAMS\Oogst"
  Delete "$INSTDIR\oogst.exe"
  Delete "$INSTDIR\LEESMIJ.txt"
  Delete "$INSTDIR\README.txt"
  Delete "$INSTDIR\LICENTIES.txt"
  Delete "$INSTDIR\onderdelen.cdx.json"
  Delete "$INSTDIR\uninstall.exe"
  ; Only where it is empty: reports that somebody put there stay.
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${GONE}"
  DeleteRegKey HKCU "${PLACE}"
  DeleteRegKey HKCU "Software\Oogst"
SectionEnd
