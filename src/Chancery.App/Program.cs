using Chancery.App.Commands;

return CommandLine.Run(
    args,
    BriefCommand.Create(),
    ReadCommand.Create(),
    AddCommand.Create(),
    FeedCommand.Create(),
    WatchCommand.Create(),
    ShowCommand.Create(),
    SearchCommand.Create(),
    ExportCommand.Create(),
    ImportCommand.Create(),
    VerifyCommand.Create(),
    ServeCommand.Create(),
    DoctorCommand.Create(),
    TrainCommand.Create(),
    EvaluateCommand.Create(),
    GateCommand.Create(),
    BenchCommand.Create());
