import { changePassword } from './accounts/change-password.ts'
import { changeProfile } from './accounts/change-profile.ts'
import { confirmSignIn } from './accounts/confirm-sign-in.ts'
import { sendCodeAgain } from './accounts/resend-code.ts'
import { forgetPassword } from './accounts/forget-password.ts'
import { resetPassword } from './accounts/reset-password.ts'
import { sendEmailCode } from './accounts/email-code.ts'
import { changeEmail } from './accounts/change-email.ts'
import { confirmEmail } from './accounts/confirm-email.ts'
import { readSecurity } from './accounts/read-security.ts'
import { changeSecurity } from './accounts/change-security.ts'
import { listSessions } from './accounts/list-sessions.ts'
import { endSession } from './accounts/end-session.ts'
import { endOtherSessions } from './accounts/end-other-sessions.ts'
import { listDevices } from './accounts/list-devices.ts'
import { forgetDevice } from './accounts/forget-device.ts'
import { listTokens } from './accounts/list-tokens.ts'
import { createToken } from './accounts/create-token.ts'
import { revokeToken } from './accounts/revoke-token.ts'
import { startApp } from './accounts/start-app.ts'
import { confirmApp } from './accounts/confirm-app.ts'
import { removeApp } from './accounts/remove-app.ts'
import { deleteAccount } from './accounts/delete-account.ts'
import { exportAccount } from './accounts/export-account.ts'
import { readMe } from './accounts/read-me.ts'
import { refreshSession } from './accounts/refresh-session.ts'
import { signIn } from './accounts/sign-in.ts'
import { signOut } from './accounts/sign-out.ts'
import { signUp } from './accounts/sign-up.ts'
import { startGuest } from './accounts/start-guest.ts'
import { drillDownChart } from './charts/drill-down.ts'
import { listChartTypes } from './charts/list-chart-types.ts'
import { recommendCharts } from './charts/recommend-charts.ts'
import { renderChart } from './charts/render-chart.ts'
import { applyRecipe } from './cleaning/apply-recipe.ts'
import { downloadData } from './cleaning/download-data.ts'
import { keepRecipe } from './cleaning/keep-recipe.ts'
import { readCleaning } from './cleaning/read-cleaning.ts'
import type { SomeCommand } from './command.ts'
import { createDashboard } from './dashboards/create-dashboard.ts'
import { deleteDashboard } from './dashboards/delete-dashboard.ts'
import { editDashboard } from './dashboards/edit-dashboard.ts'
import { listDashboards } from './dashboards/list-dashboards.ts'
import { readDashboard } from './dashboards/read-dashboard.ts'
import { readEdits } from './dashboards/read-edits.ts'
import { restoreDashboard } from './dashboards/restore-dashboard.ts'
import { addPart } from './datasets/add-part.ts'
import { deleteDataset } from './datasets/delete-dataset.ts'
import { deletedThings } from './datasets/deleted-things.ts'
import { describeDataset } from './datasets/describe-dataset.ts'
import { listDatasets } from './datasets/list-datasets.ts'
import { previewDataset } from './datasets/preview-dataset.ts'
import { readAgain } from './datasets/read-again.ts'
import { readDataFile } from './datasets/read-data-file.ts'
import { readDataset } from './datasets/read-dataset.ts'
import { readModel } from './datasets/read-model.ts'
import { readOriginal } from './datasets/read-original.ts'
import { readProfile } from './datasets/read-profile.ts'
import { readSchema } from './datasets/read-schema.ts'
import { readStatus } from './datasets/read-status.ts'
import { restoreDataset } from './datasets/restore-dataset.ts'
import { retryDataset } from './datasets/retry-dataset.ts'
import { searchDatasets } from './datasets/search-datasets.ts'
import { similarDatasets } from './datasets/similar-datasets.ts'
import { suggestQuestions } from './datasets/suggest-questions.ts'
import { changeShare } from './links/change-share.ts'
import { createShare } from './links/create-share.ts'
import { listShares } from './links/list-shares.ts'
import { readPublicDashboard } from './links/read-public-dashboard.ts'
import { readPublicTile } from './links/read-public-tile.ts'
import { readSharing } from './links/read-sharing.ts'
import { revokeShare } from './links/revoke-share.ts'
import { exportModel } from './models/export-model.ts'
import { importModel } from './models/import-model.ts'
import { listModelVersions } from './models/list-model-versions.ts'
import { readModelState } from './models/read-model-state.ts'
import { readModelVersion } from './models/read-model-version.ts'
import { restoreModel } from './models/restore-model.ts'
import { saveModel } from './models/save-model.ts'
import { validateModel } from './models/validate-model.ts'
import { deleteCorrection } from './corrections/delete-correction.ts'
import { keepCorrection } from './corrections/keep-correction.ts'
import { listCorrections } from './corrections/list-corrections.ts'
import { listMembers } from './people/list-members.ts'
import { changeMember } from './people/change-member.ts'
import { removeMember } from './people/remove-member.ts'
import { leaveWorkspace } from './people/leave-workspace.ts'
import { moveOwnership } from './people/move-ownership.ts'
import { listGroups } from './people/list-groups.ts'
import { createGroup } from './people/create-group.ts'
import { changeGroup } from './people/change-group.ts'
import { deleteGroup } from './people/delete-group.ts'
import { listInvitations } from './people/list-invitations.ts'
import { createInvitation } from './people/create-invitation.ts'
import { revokeInvitation } from './people/revoke-invitation.ts'
import { readInvitation } from './people/read-invitation.ts'
import { acceptInvitation } from './people/accept-invitation.ts'
import { listWorkspaces } from './people/list-workspaces.ts'
import { createWorkspace } from './people/create-workspace.ts'
import { changeWorkspace } from './people/change-workspace.ts'
import { switchWorkspace } from './people/switch-workspace.ts'
import { listProjects } from './projects/list-projects.ts'
import { createProject } from './projects/create-project.ts'
import { changeProject } from './projects/change-project.ts'
import { deleteProject } from './projects/delete-project.ts'
import { moveDataset } from './projects/move-dataset.ts'
import { listGrants } from './projects/list-grants.ts'
import { putGrant } from './projects/put-grant.ts'
import { removeGrant } from './projects/remove-grant.ts'
import { searchAudit } from './audit/search-audit.ts'
import { exportAudit } from './audit/export-audit.ts'
import { verifyAudit } from './audit/verify-audit.ts'
import { readUsage } from './audit/read-usage.ts'
import { keepAudit } from './audit/keep-audit.ts'
import { readReceiptKey } from './receipts/read-receipt-key.ts'
import { signReceipt } from './receipts/sign-receipt.ts'
import { verifyReceipt } from './receipts/verify-receipt.ts'
import { askQuestion } from './queries/ask-question.ts'
import { runQuery } from './queries/run-query.ts'
import { runSql } from './queries/run-sql.ts'
import { stopSql } from './queries/stop-sql.ts'
import { changeQuestion } from './questions/change-question.ts'
import { deleteQuestion } from './questions/delete-question.ts'
import { exportQuestions } from './questions/export-questions.ts'
import { keepQuestion } from './questions/keep-question.ts'
import { listQuestions } from './questions/list-questions.ts'
import { cancelUpload } from './uploads/cancel-upload.ts'
import { completeUpload } from './uploads/complete-upload.ts'
import { putPart } from './uploads/put-part.ts'
import { readUpload } from './uploads/read-upload.ts'
import { startUpload } from './uploads/start-upload.ts'
import { compareVersions } from './versions/compare-versions.ts'
import { deleteVersion } from './versions/delete-version.ts'
import { listVersions } from './versions/list-versions.ts'
import { restoreVersion } from './versions/restore-version.ts'

/** Every command. A new one is one file and one line here. */
export const commands = {
  'start-guest': startGuest,
  'sign-up': signUp,
  'sign-in': signIn,
  'refresh-session': refreshSession,
  'sign-out': signOut,
  'read-me': readMe,
  'change-profile': changeProfile,
  'change-password': changePassword,
  'confirm-sign-in': confirmSignIn,
  'send-code-again': sendCodeAgain,
  'forget-password': forgetPassword,
  'reset-password': resetPassword,
  'send-email-code': sendEmailCode,
  'change-email': changeEmail,
  'confirm-email': confirmEmail,
  'read-security': readSecurity,
  'change-security': changeSecurity,
  'list-sessions': listSessions,
  'end-session': endSession,
  'end-other-sessions': endOtherSessions,
  'list-devices': listDevices,
  'forget-device': forgetDevice,
  'list-tokens': listTokens,
  'create-token': createToken,
  'revoke-token': revokeToken,
  'start-app': startApp,
  'confirm-app': confirmApp,
  'remove-app': removeApp,
  'delete-account': deleteAccount,
  'export-account': exportAccount,
  'start-upload': startUpload,
  'read-upload': readUpload,
  'put-part': putPart,
  'complete-upload': completeUpload,
  'cancel-upload': cancelUpload,
  'list-datasets': listDatasets,
  'read-dataset': readDataset,
  'read-status': readStatus,
  'read-schema': readSchema,
  'preview-dataset': previewDataset,
  'read-profile': readProfile,
  'read-model': readModel,
  'read-model-state': readModelState,
  'save-model': saveModel,
  'validate-model': validateModel,
  'list-model-versions': listModelVersions,
  'read-model-version': readModelVersion,
  'restore-model': restoreModel,
  'export-model': exportModel,
  'import-model': importModel,
  'suggest-questions': suggestQuestions,
  'read-data-file': readDataFile,
  'read-original': readOriginal,
  'read-again': readAgain,
  'add-part': addPart,
  'describe-dataset': describeDataset,
  'delete-dataset': deleteDataset,
  'search-datasets': searchDatasets,
  'similar-datasets': similarDatasets,
  'deleted-things': deletedThings,
  'restore-dataset': restoreDataset,
  'retry-dataset': retryDataset,
  'list-versions': listVersions,
  'compare-versions': compareVersions,
  'restore-version': restoreVersion,
  'delete-version': deleteVersion,
  'read-cleaning': readCleaning,
  'apply-recipe': applyRecipe,
  'keep-recipe': keepRecipe,
  'download-data': downloadData,
  'run-query': runQuery,
  'run-sql': runSql,
  'stop-sql': stopSql,
  'ask-question': askQuestion,
  'list-chart-types': listChartTypes,
  'recommend-charts': recommendCharts,
  'render-chart': renderChart,
  'drill-down-chart': drillDownChart,
  'list-questions': listQuestions,
  'keep-question': keepQuestion,
  'change-question': changeQuestion,
  'delete-question': deleteQuestion,
  'export-questions': exportQuestions,
  'sign-receipt': signReceipt,
  'verify-receipt': verifyReceipt,
  'read-receipt-key': readReceiptKey,
  'list-corrections': listCorrections,
  'keep-correction': keepCorrection,
  'delete-correction': deleteCorrection,
  'list-dashboards': listDashboards,
  'create-dashboard': createDashboard,
  'read-dashboard': readDashboard,
  'delete-dashboard': deleteDashboard,
  'restore-dashboard': restoreDashboard,
  'edit-dashboard': editDashboard,
  'read-edits': readEdits,
  'create-share': createShare,
  'change-share': changeShare,
  'read-sharing': readSharing,
  'list-shares': listShares,
  'revoke-share': revokeShare,
  'read-public-dashboard': readPublicDashboard,
  'read-public-tile': readPublicTile,
  'list-members': listMembers,
  'change-member': changeMember,
  'remove-member': removeMember,
  'leave-workspace': leaveWorkspace,
  'move-ownership': moveOwnership,
  'list-groups': listGroups,
  'create-group': createGroup,
  'change-group': changeGroup,
  'delete-group': deleteGroup,
  'list-invitations': listInvitations,
  'create-invitation': createInvitation,
  'revoke-invitation': revokeInvitation,
  'read-invitation': readInvitation,
  'accept-invitation': acceptInvitation,
  'list-workspaces': listWorkspaces,
  'create-workspace': createWorkspace,
  'change-workspace': changeWorkspace,
  'switch-workspace': switchWorkspace,
  'list-projects': listProjects,
  'create-project': createProject,
  'change-project': changeProject,
  'delete-project': deleteProject,
  'move-dataset': moveDataset,
  'list-grants': listGrants,
  'put-grant': putGrant,
  'remove-grant': removeGrant,
  'search-audit': searchAudit,
  'export-audit': exportAudit,
  'verify-audit': verifyAudit,
  'read-usage': readUsage,
  'keep-audit': keepAudit,
} as const satisfies Record<string, SomeCommand>
